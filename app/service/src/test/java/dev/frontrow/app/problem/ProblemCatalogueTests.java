package dev.frontrow.app.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTests {

    private static final String TAKEN = "taken.status=409\ntaken.title=Taken\ntaken.description=It is taken.\n";

    @Test
    void takesTheSameCodeFromTwoModulesThatAgree() throws IOException {
        var catalogue = ProblemCatalogue.of(sources(TAKEN, TAKEN));

        assertThat(catalogue.all()).containsExactly(new ProblemKind("taken", 409, "Taken", "It is taken."));
    }

    @Test
    void refusesModulesThatContradict() {
        assertThatThrownBy(() -> ProblemCatalogue.of(sources(TAKEN, TAKEN.replace("409", "410"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> ProblemCatalogue.of(sources(TAKEN, TAKEN.replace("title=Taken", "title=Gone"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ProblemCatalogue.of(sources(TAKEN, TAKEN.replace("It is", "Another has"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("It is taken.", "Another has taken.");
    }

    @Test
    void refusesWhatIsIncomplete() {
        assertThatThrownBy(() -> ProblemCatalogue.of(sources("taken.status=409")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("title");
        assertThatThrownBy(() -> ProblemCatalogue.of(sources(TAKEN + "taken.more=1")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ProblemCatalogue.of(sources("taken=1"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ProblemCatalogue.of(sources(TAKEN.replace("taken.", "Taken!."))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProblemCatalogue.of(sources(TAKEN.replace("409", "200"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsAllGeneralProblems() throws IOException {
        var catalogue = new ProblemCatalogue();

        for (var general : GeneralProblem.values()) {
            assertThat(catalogue.find(general.code()))
                    .map(ProblemKind::status)
                    .contains(general.status().value());
        }
    }

    private static Map<String, Reader> sources(String... contents) {
        var sources = new LinkedHashMap<String, Reader>();
        for (var content : contents) {
            sources.put("module " + sources.size(), new StringReader(content));
        }
        return sources;
    }
}
