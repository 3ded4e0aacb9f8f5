package dev.frontrow.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whose a web operation is. */
public enum Access {
    /** Needs no access token; what its own headers say, such as a queue token, is the operation's business. */
    OPEN,
    /** Needs a valid access token. */
    USER,
    /** Needs one with the scope {@code admin}. */
    ADMIN;

    /** All operations that clients have; everything else is a page for people, and open. */
    public static final String API = "/api/v1/";

    /** Those that belong to admins. */
    public static final String ADMIN_API = API + "admin/";

    /** Whose an operation is: everybody's where it is {@link OpenToAll}, otherwise that follows from its paths. */
    public static Access of(Method operation, Class<?> controller) {
        boolean open = Stream.of(operation, controller)
                .anyMatch(declared -> AnnotatedElementUtils.hasAnnotation(declared, OpenToAll.class));
        if (open || !isOfApi(operation, controller)) {
            return OPEN;
        }
        return isBelow(ADMIN_API, operation, controller) ? ADMIN : USER;
    }

    /** Whether an operation is one that clients have. */
    public static boolean isOfApi(Method operation, Class<?> controller) {
        return isBelow(API, operation, controller);
    }

    /** The path that a request's operation is found by: however it is encoded, it is the same operation. */
    public static String pathOf(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** Whether any of its paths is; written with or without a slash at the beginning, as Spring takes both. */
    private static boolean isBelow(String above, Method operation, Class<?> controller) {
        return paths(controller)
                .flatMap(base -> paths(operation).map(path -> "/" + base + "/" + path + "/"))
                .anyMatch(path -> path.replaceAll("/+", "/").startsWith(above));
    }

    private static Stream<String> paths(AnnotatedElement mapped) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(mapped, RequestMapping.class);
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
    }
}
