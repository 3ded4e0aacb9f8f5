package dev.frontrow.edge.problem;

import dev.frontrow.edge.FieldProblem;
import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.InvalidRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers whatever no module's advice has answered, with one of the general problems. Nothing of an exception's own text
 * reaches the client.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class GeneralProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(GeneralProblems.class);

    private final Diagnosis diagnosis;

    GeneralProblems(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleAnythingElse(Exception failure, WebRequest request) {
        var problem = diagnosis.of(failure);
        if (isCommitted(request)
                || (problem == GeneralProblem.INTERNAL_ERROR
                        && DisconnectedClientHelper.isClientDisconnectedException(failure))) {
            log.debug("A request was given up while it was being answered", failure);
            return null;
        }
        return answer(problem, new HttpHeaders(), diagnosis.detail(problem, failure));
    }

    @ExceptionHandler
    ResponseEntity<Object> handleInvalidRequest(InvalidRequest refused) {
        return invalid(refused);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (isCommitted(request)) {
            return null;
        }
        var problem = GeneralProblem.of(status.value());
        return problem == GeneralProblem.INTERNAL_ERROR
                ? handleAnythingElse(failure, request)
                : answer(problem, headers, problem.defaultDetail());
    }

    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException refused,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = GeneralProblem.METHOD_NOT_ALLOWED;
        return answer(problem, headers, problem.defaultDetail() + " Allow lists those that it knows.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var cause = diagnosis.of(refused);
        return cause == GeneralProblem.INTERNAL_ERROR
                ? invalid(List.of(UnreadableBody.of(refused)))
                : answer(cause, headers, cause.defaultDetail());
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(InvalidInput.in(refused.getBindingResult()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused.isForReturnValue() ? handleAnythingElse(refused, request) : invalid(InvalidInput.in(refused));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = refused instanceof MethodArgumentTypeMismatchException argument
                ? InvalidInput.nameOf(argument.getParameter())
                : refused.getPropertyName();
        return invalid(List.of(new FieldProblem(name == null ? FieldProblem.BODY : name, "is not valid")));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException refused,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(List.of(new FieldProblem(refused.getParameterName(), "is required")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException refused, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused instanceof MissingRequestHeaderException header
                ? invalid(List.of(new FieldProblem(header.getHeaderName(), "is required")))
                : handleExceptionInternal(refused, null, headers, status, request);
    }

    private static ResponseEntity<Object> invalid(List<FieldProblem> errors) {
        return invalid(new InvalidRequest(errors));
    }

    private static ResponseEntity<Object> invalid(InvalidRequest refused) {
        var answer = GeneralProblem.INVALID_REQUEST.because(refused).build();
        return ResponseEntity.badRequest().headers(answer.getHeaders()).body(answer.getBody());
    }

    private static ResponseEntity<Object> answer(GeneralProblem problem, HttpHeaders headers, String detail) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.saying(detail));
    }

    private static boolean isCommitted(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted();
    }
}
