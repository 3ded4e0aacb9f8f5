package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.frontrow.docs.generator.Code.Module;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** The REST operations, read from the controllers. */
final class Operations {

    record RestOperation(String method, String path, String summary, JavaMethod handler) {

        String name() {
            return method + " " + path;
        }

        /** Who may ask for it: the security knows admins' operations by their path. */
        String caller() {
            return path.startsWith("/api/v1/admin/") ? "Admin" : "Client";
        }
    }

    private final Code code;

    Operations(Code code) {
        this.code = code;
    }

    Stream<RestOperation> of(Module module) {
        return code.types(module)
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> of(method).stream())
                .sorted(Comparator.comparing(RestOperation::path).thenComparing(RestOperation::method));
    }

    static Optional<RestOperation> of(JavaCodeUnit unit) {
        if (!(unit instanceof JavaMethod method)) {
            return Optional.empty();
        }
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        if (mapping == null || mapping.method().length == 0 || method.isAnnotatedWith(Hidden.class)) {
            return Optional.empty();
        }
        var described = AnnotatedElementUtils.findMergedAnnotation(method.reflect(), Operation.class);
        return Optional.of(new RestOperation(
                mapping.method()[0].name(),
                base(method.getOwner()) + first(mapping.path()),
                described == null ? "" : described.summary(),
                method));
    }

    private static String base(JavaClass controller) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(controller.reflect(), RequestMapping.class);
        return mapping == null ? "" : first(mapping.path());
    }

    private static String first(String[] paths) {
        return List.of(paths).stream().findFirst().orElse("");
    }
}
