package dev.frontrow.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What it costs to see what is on, for somebody who has never been here. */
class FirstLoadTests extends ServedPages {

    private static final int REQUESTS_MAX = 12;
    private static final int BYTES_MAX = 60_000;

    @Test
    void staysWithinItsBudgetAndLoadsNothingFromElsewhere() {
        var responses = new ArrayList<Response>();
        var page = browsers.visitor(Screen.LAPTOP);
        page.onResponse(responses::add);

        page.navigate("http://127.0.0.1:" + port);
        page.locator(".concert").first().waitFor();

        assertThat(responses)
                .allSatisfy(each -> assertThat(each.url()).startsWith("http://127.0.0.1:" + port + "/"))
                .hasSizeLessThanOrEqualTo(REQUESTS_MAX);
        int bytes = responses.stream()
                .map(each -> each.request().sizes())
                .mapToInt(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
        assertThat(bytes).as("compressed, with headers").isLessThanOrEqualTo(BYTES_MAX);
    }
}
