package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldProblemTests {

    @Test
    void namesAField() {
        assertThat(new FieldProblem("schedules[0].startsAt", "m").field()).isEqualTo("schedules[0].startsAt");
    }

    @Test
    void namesTheWholeBodyWhereThereIsNoName() {
        assertThat(new FieldProblem("", "m").field()).isEqualTo(FieldProblem.BODY);
    }

    @Test
    void leavesOutWhatCantBeRead() {
        assertThat(new FieldProblem("a\u0000\n\u200b\u202e\ud800\uffffb", "m").field())
                .isEqualTo("a??????b");
    }

    @Test
    void shortensALongNameAndCutsNoCharacterInHalf() {
        assertThat(new FieldProblem("\ud83c\udfab".repeat(1_000), "m").field()).isEqualTo("\ud83c\udfab".repeat(100));
    }
}
