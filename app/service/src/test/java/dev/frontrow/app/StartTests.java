package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.runtime.ApplicationModulesRuntime;

/** What the service does whenever it starts, and what it does not. */
@WholeService
class StartTests {

    private final ApplicationContext service;
    private final Shop shop;

    StartTests(ApplicationContext service, @LocalServerPort int port) {
        this.service = service;
        this.shop = new Shop(port);
    }

    @Test
    void readsNoClassesToLearnOfItsModules() {
        assertThat(service.getBeanNamesForType(ApplicationModulesRuntime.class)).isEmpty();
    }

    @Test
    void publishesTheDemoConcertsBeforeTheWebServerTakesRequests() {
        var demo = service.getBean("dev.frontrow.concert.adapter.in.demo.DemoConcerts", SmartLifecycle.class);
        var webServer = service.getBean("webServerStartStop", SmartLifecycle.class);

        assertThat(demo.isRunning()).isTrue();
        assertThat(demo.getPhase()).isLessThan(webServer.getPhase());
    }

    @Test
    void showsAnAdminWhatItIsMadeOf() {
        var bill = shop.admin()
                .send("GET", "/actuator/sbom/application", null)
                .expect(200)
                .body();

        assertThat(bill.path("components"))
                .anySatisfy(component -> {
                    assertThat(component.path("name").asString()).isEqualTo("liquibase-core");
                    assertThat(component.path("licenses").toString()).contains("FSL-1.1-ALv2");
                })
                .noneSatisfy(component ->
                        assertThat(component.path("name").asString()).isEqualTo("assertj-core"));
        shop.get("/actuator/sbom/application").refused(401, "unauthenticated");
    }

    @Test
    void showsItsModulesAsTheBuildDescribesThem() {
        var modules = shop.admin().send("GET", "/actuator/modulith", null).expect(200);

        assertThat(modules.body().propertyNames())
                .containsExactlyInAnyOrder("edge", "app", "concert", "queue", "reservation", "payment", "point");
    }
}
