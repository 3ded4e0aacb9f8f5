package dev.frontrow.reservation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How requests about seats are written, and how answers read. */
final class WebAnswers {

    private WebAnswers() {}

    /** Seats as a JSON array. */
    static String array(String... seats) {
        return Arrays.stream(seats).map(seat -> '"' + seat + '"').collect(Collectors.joining(",", "[", "]"));
    }

    static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result)
                .hasStatus(status)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(UTF_8);
    }

    /** A text of the answer's, by its name. */
    static String text(MvcTestResult result, String member) throws UnsupportedEncodingException {
        return JsonPath.read(body(result), member);
    }

    /** The tag of an answer that is 200. */
    static String etag(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return String.valueOf(result.getResponse().getHeader("ETag"));
    }
}
