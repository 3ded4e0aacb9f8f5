package dev.frontrow.concert.domain;

import dev.frontrow.edge.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What speaks against a change: that it can't be one of this concert, or that time or state forbid it. For one thread. */
final class Findings {

    final List<FieldProblem> invalid = new ArrayList<>();
    final List<FieldProblem> forbidden = new ArrayList<>();

    void invalid(String field, String message) {
        invalid.add(new FieldProblem(field, message));
    }

    void forbidden(String field, String message) {
        forbidden.add(new FieldProblem(field, message));
    }

    /** Forbids what is named of that which never changes, unless it is named as it is. */
    void checkFixed(
            String path,
            Map<String, ? extends @Nullable Object> named,
            Map<String, ? extends @Nullable Object> present) {
        named.forEach((name, value) -> {
            if (!Objects.equals(value, present.get(name))) {
                forbidden(path + name, "can't be changed");
            }
        });
    }
}
