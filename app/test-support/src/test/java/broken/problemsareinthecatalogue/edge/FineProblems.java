package broken.problemsareinthecatalogue.edge;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class FineProblems {

    @ExceptionHandler
    String answer(IllegalStateException refused) {
        return "";
    }
}
