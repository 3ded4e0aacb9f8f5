package dev.frontrow.edge.problem;

import dev.frontrow.edge.GeneralProblem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends what was refused by a bare status, without a body. */
@RestController
@Hidden
class ErrorEndpoint implements ErrorController {

    private final Diagnosis diagnosis;

    ErrorEndpoint(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var problem = problemOf(request);
        var detail = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? diagnosis.detail(problem, failure)
                : problem.defaultDetail();
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.saying(detail));
    }

    private GeneralProblem problemOf(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return diagnosis.of(failure);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? GeneralProblem.of(status)
                : GeneralProblem.NOT_FOUND;
    }
}
