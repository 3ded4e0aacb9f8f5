package dev.frontrow.docs.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MentionsTests {

    @Test
    void areUnknownWhereTheCodeDoesNotHaveThem(@TempDir Path pages) throws IOException {
        var page = Files.writeString(pages.resolve("page.md"), """
                There are `JoinLine`, `JoinLine.join`, `Seats`, `frontrow.queue.max-waiting`, `frontrow.queue.streams`,
                `GET /api/v1/concerts/{id}` and `/api/v1/admin`; `OwnExample` is on this page.
                There are no `NoSuchType`, `Seatz`, `JoinLine.jump`, `JoinLine.Join`, `frontrow.no.such-setting`,
                `GET /api/v1/consorts`.
                ```java
                record OwnExample() {}
                ```
                """);

        assertThat(new Mentions(Documented.REPOSITORY, Documented.CODE).unknownIn(List.of(page)))
                .extracting(mention -> mention.replaceFirst("^.*: ", ""))
                .containsExactlyInAnyOrder(
                        "`NoSuchType`",
                        "`Seatz`",
                        "`JoinLine.jump`",
                        "`JoinLine.Join`",
                        "`frontrow.no.such-setting`",
                        "`GET /api/v1/consorts`");
    }
}
