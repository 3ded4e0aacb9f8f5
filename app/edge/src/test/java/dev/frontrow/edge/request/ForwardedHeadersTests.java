package dev.frontrow.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class ForwardedHeadersTests {

    private final ForwardedHeaders filter = new ForwardedHeaders();

    @ParameterizedTest
    @CsvSource({
        "/shop,/shop",
        "/shop/,/shop",
        "'/outer, /inner/deep',/outer/inner/deep",
        "/a-b_c~1.2,/a-b_c~1.2",
    })
    void putsBackWhatATrustedProxyTookOff(String sent, String prefix) throws Exception {
        var passed = passed(believed("X-Forwarded-Prefix", sent));

        assertThat(passed.getContextPath()).isEqualTo(prefix + "/tickets");
        assertThat(passed.getRequestURI()).isEqualTo(prefix + "/tickets/api/v1/concerts");
        assertThat(passed.getRequestURL()).hasToString("http://localhost" + prefix + "/tickets/api/v1/concerts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "shop",
                "//elsewhere.example",
                "/../up",
                "/a//b",
                "/a?b",
                "/a b",
                "/%2e",
                "/a;b",
                "/ok,no"
            })
    void takesNothingElseForAPrefix(String sent) throws Exception {
        assertThat(passed(believed("X-Forwarded-Prefix", sent)).getContextPath())
                .isEqualTo("/tickets");
    }

    @Test
    void takesNoEndlessPrefix() throws Exception {
        assertThat(passed(believed("X-Forwarded-Prefix", "/" + "a".repeat(255))).getContextPath())
                .isEqualTo("/tickets");
    }

    @Test
    void believesNobodyElse() throws Exception {
        var request = request("X-Forwarded-Prefix", "/shop");

        assertThat(passed(request)).isSameAs(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded"})
    void saysOnceInAWhileThatAHeaderChangesNothing(String name, CapturedOutput output) throws Exception {
        passed(request(name, "198.51.100.7"));
        passed(request(name, "198.51.100.8"));

        assertThat(output.getOut())
                .containsOnlyOnce("has the header " + name)
                .containsOnlyOnce(" which changes nothing");
    }

    @Test
    void saysSoAgainAfterAWhileWhoeverSentTheFirst(CapturedOutput output) throws Exception {
        var impatient = new ForwardedHeaders(Duration.ZERO);

        for (var name : List.of("Forwarded", "X-Forwarded-For")) {
            impatient.doFilter(request(name, "a"), new MockHttpServletResponse(), new MockFilterChain());
        }

        assertThat(output.getOut())
                .containsOnlyOnce("has the header Forwarded")
                .containsOnlyOnce("has the header X-Forwarded-For");
    }

    @Test
    void saysSoOfATrustedProxyTooWhereItSendsWhatIsNotEvaluated(CapturedOutput output) throws Exception {
        passed(believed("X-Forwarded-Host", "tickets.example"));
        assertThat(output.getOut()).doesNotContain("which changes nothing");

        passed(believed("Forwarded", "for=198.51.100.7"));
        assertThat(output.getOut()).containsOnlyOnce("has the header Forwarded");
    }

    private HttpServletRequest passed(MockHttpServletRequest request) throws Exception {
        var chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }

    private static MockHttpServletRequest believed(String name, String value) {
        var request = request(name, value);
        request.setAttribute("org.apache.tomcat.request.forwarded", true);
        return request;
    }

    private static MockHttpServletRequest request(String name, String value) {
        var request = new MockHttpServletRequest("GET", "/tickets/api/v1/concerts");
        request.setContextPath("/tickets");
        request.addHeader(name, value);
        return request;
    }
}
