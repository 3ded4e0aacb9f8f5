package dev.frontrow.reservation.adapter.in.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTableTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=", "-"})
    void putsAnApostropheInFrontOfWhatIsTakenForAFormula(String text) {
        assertThat(TicketTable.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void quotesWhatWouldEndACellOrARow() {
        assertThat(TicketTable.cell("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(TicketTable.cell("=1,2")).isEqualTo("\"'=1,2\"");
        assertThat(TicketTable.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(TicketTable.cell("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(TicketTable.cell("a\nb")).isEqualTo("\"a\nb\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "a-1-2", "1=1", "한국 서울", "'quoted'", " =1"})
    void leavesOthersAsTheyAre(String text) {
        assertThat(TicketTable.cell(text)).isEqualTo(text);
    }
}
