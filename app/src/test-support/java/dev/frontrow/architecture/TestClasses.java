package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The tests that were built in a class's module. */
final class TestClasses {

    private TestClasses() {}

    /** The {@code value} of each of those annotations at the methods of all test classes. */
    static Stream<String> valuesAtMethods(JavaClass besides, Class<?> annotation) {
        var folder = Built.of(besides).folder().resolve("target/test-classes");
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().stream()
                    .flatMap(file ->
                            values(read(file), annotation.describeConstable().orElseThrow()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassModel read(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> values(ClassModel type, ClassDesc annotation) {
        return type.methods().stream()
                .flatMap(method -> method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream())
                .flatMap(annotations -> annotations.annotations().stream())
                .filter(found -> found.classSymbol().equals(annotation))
                .flatMap(found -> found.elements().stream())
                .filter(element -> element.name().equalsString("value"))
                .map(element -> ((AnnotationValue.OfString) element.value()).stringValue());
    }
}
