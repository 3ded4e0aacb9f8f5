package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tests that were built in a class's module. */
final class TestClasses {

    private TestClasses() {}

    /** The {@code value} of each of those annotations at the methods of all test classes, but those that are disabled. */
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

    private static List<Annotation> annotations(MethodModel method) {
        return method.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(RuntimeVisibleAnnotationsAttribute::annotations)
                .orElse(List.of());
    }

    private static boolean switchesOff(Annotation annotation) {
        return annotation.classSymbol().displayName().startsWith("Disabled");
    }

    private static Stream<String> values(ClassModel type, ClassDesc annotation) {
        return type.methods().stream()
                .map(TestClasses::annotations)
                .filter(annotations -> annotations.stream().noneMatch(TestClasses::switchesOff))
                .flatMap(List::stream)
                .filter(found -> found.classSymbol().equals(annotation))
                .flatMap(found -> found.elements().stream())
                .filter(element -> element.name().equalsString("value"))
                .map(element -> ((AnnotationValue.OfString) element.value()).stringValue());
    }
}
