package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;

/** Which types are values: records, enumerations, sealed interfaces of such, identifiers, and refusals. */
final class Values {

    private Values() {}

    static boolean isValue(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || type.isAssignableTo(RuntimeException.class)
                || type.getSimpleName().equals("Identifier")
                || (type.isInterface() && isSealedOverValues(type.reflect()));
    }

    private static boolean isSealedOverValues(Class<?> type) {
        return type.isSealed()
                && Arrays.stream(type.getPermittedSubclasses())
                        .allMatch(permitted ->
                                permitted.isRecord() || permitted.isEnum() || isSealedOverValues(permitted));
    }
}
