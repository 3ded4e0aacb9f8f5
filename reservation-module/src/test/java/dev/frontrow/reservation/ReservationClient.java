package dev.frontrow.reservation;

import dev.frontrow.concert.ScheduleSale;
import dev.frontrow.edge.UserId;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Requests as users and organisers send them; paths are those below the API's. */
@Component
record ReservationClient(MockMvcTester mvc) {

    /** The path of something of a schedule's. */
    static String schedule(ScheduleSale sale, String what) {
        return "/schedules/" + sale.scheduleId() + what;
    }

    /** As somebody who has not logged in. */
    Sender anybody() {
        return new Sender(mvc, null, List.of());
    }

    Sender as(UserId user) {
        return new Sender(mvc, user, List.of());
    }

    /** As an organiser. */
    Sender admin() {
        return as(new UserId("admin"));
    }

    /** Who sends, and with which headers: a name and a value in turn. */
    record Sender(MockMvcTester mvc, @Nullable UserId user, List<String> headers) {

        Sender with(String header, String value) {
            return new Sender(
                    mvc,
                    user,
                    Stream.concat(headers.stream(), Stream.of(header, value)).toList());
        }

        /** With a queue token that is good. */
        Sender admitted() {
            return with("Queue-Token", "token");
        }

        /** Of whom the answer is known that this tag is of. */
        Sender knowing(String etag) {
            return with("If-None-Match", etag);
        }

        MvcTestResult get(String path) {
            return send(HttpMethod.GET, path, null);
        }

        MvcTestResult post(String path) {
            return send(HttpMethod.POST, path, null);
        }

        MvcTestResult post(String path, String content) {
            return send(HttpMethod.POST, path, content);
        }

        MvcTestResult put(String path, String content) {
            return send(HttpMethod.PUT, path, content);
        }

        MvcTestResult delete(String path) {
            return send(HttpMethod.DELETE, path, null);
        }

        private MvcTestResult send(HttpMethod method, String path, @Nullable String content) {
            var request = mvc.method(method).uri(URI.create("/api/v1" + path));
            if (user != null) {
                request = request.principal(user::value);
            }
            for (var i = 0; i < headers.size(); i += 2) {
                request = request.header(headers.get(i), headers.get(i + 1));
            }
            if (content != null) {
                request = request.contentType(MediaType.APPLICATION_JSON).content(content);
            }
            return request.exchange();
        }
    }
}
