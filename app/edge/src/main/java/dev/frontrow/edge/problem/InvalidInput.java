package dev.frontrow.edge.problem;

import dev.frontrow.edge.FieldProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Reads from Spring's validation results which fields are wrong, under the names that the client knows. */
final class InvalidInput {

    private static final String NOT_VALID = "is not valid";

    private InvalidInput() {}

    static List<FieldProblem> in(Errors errors) {
        return Stream.concat(
                        errors.getFieldErrors().stream()
                                .map(error -> new FieldProblem(error.getField(), messageOf(error))),
                        errors.getGlobalErrors().stream()
                                .map(error -> new FieldProblem(FieldProblem.BODY, messageOf(error))))
                .toList();
    }

    static List<FieldProblem> in(MethodValidationResult result) {
        return Stream.concat(
                        result.getParameterValidationResults().stream().flatMap(InvalidInput::inParameter),
                        result.getCrossParameterValidationResults().stream()
                                .map(error -> new FieldProblem(FieldProblem.BODY, messageOf(error))))
                .toList();
    }

    /** The name under which a client gives a parameter. */
    static String nameOf(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        var query = parameter.getParameterAnnotation(RequestParam.class);
        var path = parameter.getParameterAnnotation(PathVariable.class);
        return Stream.of(
                        header == null ? "" : header.name(),
                        query == null ? "" : query.name(),
                        path == null ? "" : path.name())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(parameter.getParameterName(), FieldProblem.BODY));
    }

    private static Stream<FieldProblem> inParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return in((Errors) errors).stream();
        }
        var name = nameOf(result.getMethodParameter());
        return result.getResolvableErrors().stream().map(error -> new FieldProblem(name, messageOf(error)));
    }

    private static String messageOf(MessageSourceResolvable error) {
        if (error instanceof FieldError field && field.isBindingFailure()) {
            return NOT_VALID;
        }
        var message = error.getDefaultMessage();
        return message == null ? NOT_VALID : message;
    }
}
