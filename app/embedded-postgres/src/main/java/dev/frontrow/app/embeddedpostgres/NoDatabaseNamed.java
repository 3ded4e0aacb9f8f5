package dev.frontrow.app.embeddedpostgres;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Matches where nobody has named a database for the service. One that is named blank is not named. */
public final class NoDatabaseNamed implements Condition {

    /** Whether it is so in that environment. */
    public static boolean in(Environment environment) {
        return Stream.of("spring.datasource.url", "spring.datasource.jndi-name")
                .map(environment::getProperty)
                .noneMatch(StringUtils::hasText);
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }
}
