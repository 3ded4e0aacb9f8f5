package broken.mappingsdeclarewhattheyproduce.shop.adapter.in.web;

import org.springframework.web.bind.annotation.GetMapping;

class Broken {

    @GetMapping("/things")
    String things() {
        return "things";
    }
}
