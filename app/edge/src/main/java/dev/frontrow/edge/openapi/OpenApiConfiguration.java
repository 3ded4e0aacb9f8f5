package dev.frontrow.edge.openapi;

import dev.frontrow.edge.GeneralProblem;
import dev.frontrow.edge.IdempotencyKey;
import dev.frontrow.edge.IfMatch;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.edge.SharedAnswer;
import dev.frontrow.edge.UserId;
import dev.frontrow.edge.problem.ProblemCatalogue;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.ServerBaseUrlCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServletServerHttpRequest;

/** The document's frame, and the one tag that several modules share; the operations describe themselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SpringDocConfigProperties.class)
@ConditionalOnBooleanProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class OpenApiConfiguration {

    static final String BEARER = "bearer";
    static final String QUEUE_TOKEN = "queueToken";

    /** Springdoc would add what it guesses from the advices' methods to each operation. */
    OpenApiConfiguration(SpringDocConfigProperties springdoc) {
        springdoc.setOverrideWithGenericResponse(false);
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(UserId.class, IdempotencyKey.class, PageRequest.class, IfMatch.class)
                .addResponseWrapperToIgnore(SharedAnswer.class);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Frontrow")
                        .version("v1")
                        .description("""
                                Sells concert seats under rush: a fair line in front, seats held for minutes, points to \
                                pay with.

                                Every error is an `application/problem+json` (RFC 9457) with a `code`; the pages below \
                                `/problems` explain each. Repeating a request after a 503, with the same \
                                `Idempotency-Key`, is always safe.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .tags(List.of(new Tag()
                        .name("Admin")
                        .description("Concerts, lines, integrity and parked events; needs the scope `admin`.")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("Who you are. In demo mode: `POST /api/v1/demo/login`."))
                        .addSecuritySchemes(
                                QUEUE_TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("Queue-Token")
                                        .description("Your place in line, as `POST /api/v1/queue-tokens` gave it.")));
    }

    /** The service is where the document was read, also below a context path and behind a proxy. */
    @Bean
    ServerBaseUrlCustomizer server() {
        return (url, request) -> {
            var path = request instanceof ServletServerHttpRequest servlet
                    ? servlet.getServletRequest().getContextPath()
                    : "";
            return path.isEmpty() ? "/" : path;
        };
    }

    /** What the operations refer to. */
    @Bean
    GlobalOpenApiCustomizer problemResponses(ProblemCatalogue catalogue) {
        return document -> {
            document.getComponents().addSchemas(ProblemDescription.SCHEMA, ProblemDescription.schema());
            for (var general : GeneralProblem.values()) {
                document.getComponents()
                        .addResponses(
                                general.code(),
                                ProblemDescription.of(
                                        List.of(catalogue.find(general.code()).orElseThrow()), Set.of(general)));
            }
        };
    }

    @Bean
    GlobalOperationCustomizer operationResponses(ProblemCatalogue catalogue, ConfigurableListableBeanFactory beans) {
        return new OperationResponses(catalogue, new ExpectedRefusals(beans));
    }

    /** Identifiers are texts. */
    @Bean
    ModelConverter identifiers() {
        return new IdentifierSchemas();
    }
}
