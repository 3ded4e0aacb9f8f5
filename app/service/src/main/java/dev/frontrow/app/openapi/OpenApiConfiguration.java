package dev.frontrow.app.openapi;

import dev.frontrow.app.problem.ProblemCatalogue;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The document's frame, and the one tag that several modules share; the operations describe themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static final String BEARER = "bearer";
    static final String QUEUE_TOKEN = "queueToken";

    /** Springdoc would add what it guesses from the advices' methods to each operation. */
    OpenApiConfiguration(SpringDocConfigProperties springdoc) {
        springdoc.setOverrideWithGenericResponse(false);
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
                .servers(List.of(new Server().url("/").description("This service")))
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

    @Bean
    GlobalOpenApiCustomizer generalResponses(ProblemCatalogue catalogue) {
        return new GeneralResponses(catalogue);
    }
}
