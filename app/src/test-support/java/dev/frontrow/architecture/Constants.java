package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The texts that a class has in it: its string literals, those that are put together included. */
final class Constants {

    private Constants() {}

    static Stream<String> of(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri();
        try (var compiled = source.toURL().openStream()) {
            var pool = ClassFile.of().parse(compiled.readAllBytes()).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(text -> ((StringEntry) text).stringValue());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
