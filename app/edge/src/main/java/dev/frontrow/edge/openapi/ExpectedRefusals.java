package dev.frontrow.edge.openapi;

import dev.frontrow.edge.Refuses;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Which refusals an operation may answer: those it names, and those of whoever stands behind what it names. */
final class ExpectedRefusals {

    private final ConfigurableListableBeanFactory beans;

    ExpectedRefusals(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** In the order in which they are named. */
    Set<Class<? extends RuntimeException>> of(AnnotatedElement declared) {
        var found = new LinkedHashSet<Class<? extends RuntimeException>>();
        collect(declared, found, new HashSet<>());
        return found;
    }

    /** Goes through each event and interface once, should they lead back to themselves. */
    private void collect(AnnotatedElement declared, Set<Class<? extends RuntimeException>> found, Set<Class<?>> gone) {
        var refuses = AnnotatedElementUtils.findMergedAnnotation(declared, Refuses.class);
        if (refuses != null) {
            found.addAll(Arrays.asList(refuses.value()));
            Stream.of(refuses.through()).forEach(through -> collectBehind(through, found, gone));
        }
    }

    /** Of the classes behind an interface, or of the listeners to an event and to what they answer. */
    private void collectBehind(Class<?> through, Set<Class<? extends RuntimeException>> found, Set<Class<?>> gone) {
        if (!gone.add(through)) {
            return;
        }
        if (through.isInterface()) {
            Stream.of(beans.getBeanNamesForType(through)).map(this::type).forEach(type -> collect(type, found, gone));
        } else {
            listeners(through).forEach(listener -> {
                collect(listener, found, gone);
                collectBehind(listener.getReturnType(), found, gone);
            });
        }
    }

    private Stream<Method> listeners(Class<?> event) {
        return Stream.of(beans.getBeanDefinitionNames())
                .map(this::type)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, EventListener.class))
                .filter(method -> method.getParameterCount() == 1 && method.getParameterTypes()[0] == event);
    }

    private Class<?> type(String bean) {
        var type = AutoProxyUtils.determineTargetClass(beans, bean);
        return type == null ? Object.class : type;
    }
}
