package broken.mappingsdeclarewhattheyproduce.shop.adapter.in.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@RequestMapping(path = "/api", produces = "application/json")
class Fine {

    @PostMapping("/fine")
    String fine() {
        return "fine";
    }
}
