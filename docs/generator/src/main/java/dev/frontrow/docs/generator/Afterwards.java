package dev.frontrow.docs.generator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;

/** What is done on the way back from an event, when all who listen in its transaction have returned. */
final class Afterwards {

    /**
     * A method of the way that goes on after what it called has returned.
     *
     * @param from the one that it called; itself for the publisher
     * @param calls the out-ports' methods, in the order of the code
     */
    record Afterward(JavaCodeUnit unit, JavaCodeUnit from, List<String> calls) {}

    /** A call of a method, by the type that it is called on. */
    private record Call(String owner, String method) {

        boolean isOf(JavaCodeUnit called) {
            return method.equals(called.getName()) && called.getOwner().isAssignableTo(owner);
        }

        boolean isPublishing() {
            return owner.equals(ApplicationEventPublisher.class.getName());
        }
    }

    private final Code code;

    Afterwards(Code code) {
        this.code = code;
    }

    /** The last method of the way first, as they return. */
    List<Afterward> of(List<JavaCodeUnit> way) {
        var afterwards = new ArrayList<Afterward>();
        for (var index = way.size() - 1; index >= 0; index--) {
            var unit = way.get(index);
            var next = index + 1 < way.size() ? Optional.of(way.get(index + 1)) : Optional.<JavaCodeUnit>empty();
            var calls = after(unit, call -> next.map(call::isOf).orElseGet(call::isPublishing));
            if (!calls.isEmpty()) {
                afterwards.add(new Afterward(unit, next.orElse(unit), calls));
            }
        }
        return afterwards;
    }

    /** Out-ports that are called after the step, by the method or by the one of its name that does the step. */
    private List<String> after(JavaCodeUnit unit, Predicate<Call> step) {
        var type = read(unit.getOwner());
        return type.methods().stream()
                .filter(method -> method.methodName().equalsString(unit.getName()))
                .flatMap(method -> {
                    var calls = calls(type, method).toList();
                    var last = IntStream.range(0, calls.size())
                            .filter(index -> step.test(calls.get(index)))
                            .max()
                            .orElse(calls.size());
                    return calls.stream().skip(last + 1L);
                })
                .flatMap(call -> code
                        .find(call.owner())
                        .filter(owner ->
                                owner.isInterface() && code.place(owner).equals("application.port.out"))
                        .map(port -> port.getSimpleName() + "." + call.method())
                        .stream())
                .distinct()
                .toList();
    }

    /** What a method calls, in the order of its instructions; a lambda's calls are where it is made. */
    private static Stream<Call> calls(ClassModel type, MethodModel method) {
        return method.code().stream().flatMap(CodeModel::elementStream).flatMap(instruction -> switch (instruction) {
            case InvokeInstruction call ->
                Stream.of(new Call(name(call.owner().asSymbol()), call.name().stringValue()));
            case InvokeDynamicInstruction making ->
                making.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .flatMap(target -> calls(type, target));
            default -> Stream.empty();
        });
    }

    private static Stream<Call> calls(ClassModel type, DirectMethodHandleDesc target) {
        var lambda = type.methods().stream()
                .filter(method -> method.flags().has(AccessFlag.SYNTHETIC)
                        && method.methodName().equalsString(target.methodName()))
                .findFirst();
        return lambda.isPresent()
                ? calls(type, lambda.get())
                : Stream.of(new Call(name(target.owner()), target.methodName()));
    }

    private static String name(ClassDesc type) {
        return type.packageName() + "." + type.displayName();
    }

    private static ClassModel read(JavaClass type) {
        try (var bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
