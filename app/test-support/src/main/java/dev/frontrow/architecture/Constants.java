package dev.frontrow.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.ClassDesc;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * What a class file names. Each file is read once, for all rules.
 *
 * @param texts the string literals, those that are put together included
 * @param classes the classes, those of a {@code switch} over patterns included, which ArchUnit does not see
 */
record Constants(List<String> texts, List<String> classes) {

    private static final Map<URI, Constants> READ = new ConcurrentHashMap<>();

    static Constants of(JavaClass type) {
        return READ.computeIfAbsent(type.getSource().orElseThrow().getUri(), Constants::read);
    }

    private static Constants read(URI file) {
        try (var compiled = file.toURL().openStream()) {
            var pool = ClassFile.of().parse(compiled.readAllBytes()).constantPool();
            var entries = StreamSupport.stream(pool.spliterator(), false).toList();
            return new Constants(
                    entries.stream()
                            .filter(StringEntry.class::isInstance)
                            .map(text -> ((StringEntry) text).stringValue())
                            .toList(),
                    entries.stream()
                            .filter(ClassEntry.class::isInstance)
                            .map(named -> ((ClassEntry) named).asSymbol())
                            .filter(ClassDesc::isClassOrInterface)
                            .map(named -> named.packageName() + "." + named.displayName())
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
