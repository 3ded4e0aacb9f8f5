package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.ClassDesc;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a class file names: its texts, those that are put together included, and classes that no bytecode instruction uses. */
final class Constants {

    private Constants() {}

    /** The string literals. */
    static Stream<String> of(JavaClass type) {
        return pool(type).filter(StringEntry.class::isInstance).map(text -> ((StringEntry) text).stringValue());
    }

    /** The classes, those of a {@code switch} over patterns included, which ArchUnit does not see. */
    static Stream<String> classesOf(JavaClass type) {
        return pool(type)
                .filter(ClassEntry.class::isInstance)
                .map(named -> ((ClassEntry) named).asSymbol())
                .filter(ClassDesc::isClassOrInterface)
                .map(named -> named.packageName() + "." + named.displayName());
    }

    private static Stream<PoolEntry> pool(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri();
        try (var compiled = source.toURL().openStream()) {
            return StreamSupport.stream(
                    ClassFile.of().parse(compiled.readAllBytes()).constantPool().spliterator(), false);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
