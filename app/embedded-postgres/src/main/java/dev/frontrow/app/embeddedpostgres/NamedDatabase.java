package dev.frontrow.app.embeddedpostgres;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether somebody has named a database for the service. One that is named blank is not named. */
public final class NamedDatabase {

    private static final String URL = "spring.datasource.url";
    private static final String JNDI_NAME = "spring.datasource.jndi-name";

    private NamedDatabase() {}

    /** Whether the settings name one; otherwise the embedded one starts. */
    public static boolean isNamedIn(Environment environment) {
        return StringUtils.hasText(environment.getProperty(URL))
                || StringUtils.hasText(environment.getProperty(JNDI_NAME));
    }

    /** Matches where no database is named. */
    static class Absent extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var message = ConditionMessage.forCondition("Named database");
            return isNamedIn(context.getEnvironment())
                    ? ConditionOutcome.noMatch(message.because(URL + " or " + JNDI_NAME + " is set"))
                    : ConditionOutcome.match(message.because("neither " + URL + " nor " + JNDI_NAME + " is set"));
        }
    }
}
