package broken.mappingsdeclarewhattheyproduce.shop.adapter.in.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

class Broken {

    @GetMapping(path = "/fine", produces = "application/json")
    String fine() {
        return "fine";
    }

    @PostMapping("/things")
    String things() {
        return "things";
    }
}
