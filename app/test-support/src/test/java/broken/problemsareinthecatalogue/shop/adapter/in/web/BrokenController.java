package broken.problemsareinthecatalogue.shop.adapter.in.web;

import org.springframework.web.bind.annotation.ExceptionHandler;

class BrokenController {

    @ExceptionHandler
    String answer(IllegalStateException refused) {
        return "";
    }
}
