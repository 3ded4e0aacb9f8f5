package broken.mappingsdeclarewhattheyproduce.shop.adapter.in.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.PostMapping;

@Hidden
class BrokenHidden {

    @PostMapping("/hidden")
    String hidden() {
        return "hidden";
    }
}
