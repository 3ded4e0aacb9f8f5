package dev.frontrow.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which seats the page thinks best: the model of a hall by itself, without its views. */
class HallTests extends ServedPages {

    /** A hall of one section of two rows of eight, of which the seats in `gone` are sold; the answer is best(count, null, near). */
    private static final String BEST = """
            async ({ gone, count, near }) => {
              const pages = document.querySelector('script[type=module]').src;
              const { Hall } = await import(new URL('hall-model.js', pages));
              const row = (label, first) => ({ label, firstNumber: 1, seatIds: Array.from({ length: 8 }, (_, seat) => String(first + seat)) });
              const hall = new Hall({ version: '1', sections: [{ name: 'A', price: 1000, rows: [row('1', 0), row('2', 8)] }] }, 4);
              const states = new Uint8Array(4);
              gone.forEach(seat => (states[seat >> 2] |= 2 << ((seat & 3) * 2)));
              hall.take(btoa(String.fromCharCode(...states)));
              return hall.best(count, null, near);
            }
            """;

    private Page page;

    @BeforeEach
    void open() {
        page = visit(Screen.LAPTOP).open("").page;
    }

    private Object best(List<Integer> gone, int count, List<Integer> near) {
        return page.evaluate(BEST, Map.of("gone", gone, "count", count, "near", near));
    }

    @Test
    void areInTheMiddleOfTheRowNearestToTheStage() {
        assertThat(best(List.of(), 2, List.of())).isEqualTo(List.of(3, 4));
    }

    @Test
    void leaveNoSingleSeatBetweenOthers() {
        assertThat(best(List.of(2, 6), 2, List.of())).isEqualTo(List.of(11, 12));
    }

    @Test
    void leaveASingleSeatRatherThanNothing() {
        assertThat(best(List.of(0, 1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), 2, List.of()))
                .isEqualTo(List.of(3, 4));
    }

    @Test
    void areSideBySideOrNone() {
        assertThat(best(List.of(1, 3, 5, 7, 9, 11, 13, 15), 2, List.of())).isNull();
    }

    @Test
    void areNearThoseThatAreGone() {
        assertThat(best(List.of(14, 15), 2, List.of(14, 15))).isEqualTo(List.of(6, 7));
    }
}
