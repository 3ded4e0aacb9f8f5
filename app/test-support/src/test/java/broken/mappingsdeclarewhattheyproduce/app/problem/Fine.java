package broken.mappingsdeclarewhattheyproduce.app.problem;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;

@Hidden
class Fine {

    @GetMapping("/error")
    String error() {
        return "whatever was accepted";
    }
}
