package dev.frontrow.docs.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DiagramTests {

    @Test
    void refusesToBeDrawnWhereItCannotBe() {
        var broken = new Diagram("@startuml\nthis is -> no [[ diagram (\nat all }\n@enduml\n");

        assertThatThrownBy(broken::svg)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can't be drawn");
    }

    @Test
    void knowsADrawingOfAnotherSourceAndOneThatWasChangedByHand() {
        var diagram = new Diagram("@startuml\nAnn -> Bob : hello\n@enduml\n");
        var drawing = diagram.svg();

        assertThat(diagram.isDrawnIn(drawing)).isTrue();
        assertThat(diagram.isDrawnIn(drawing.replace("hello", "goodbye"))).isFalse();
        assertThat(new Diagram(diagram.source().replace("hello", "goodbye")).isDrawnIn(drawing))
                .isFalse();
    }
}
