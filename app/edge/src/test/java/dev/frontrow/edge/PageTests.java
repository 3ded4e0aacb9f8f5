package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    private static final PageRequest FIRST_TWO = new PageRequest(2, null);

    @Test
    void leadsToTheNextOneWhereThereAreMoreRows() {
        var page = Page.of(List.of(9L, 8L, 7L), FIRST_TWO, Long::toHexString, Cursor::of);

        assertThat(page.items()).containsExactly("9", "8");
        assertThat(page.nextCursor()).isEqualTo(Cursor.of(8).text());
    }

    @Test
    void isTheLastOneWhereThereAreNoMoreRows() {
        assertThat(Page.of(List.of(9L, 8L), FIRST_TWO, row -> row, Cursor::of))
                .isEqualTo(new Page<>(List.of(9L, 8L), null));
        assertThat(Page.of(List.<Long>of(), FIRST_TWO, row -> row, Cursor::of)).isEqualTo(new Page<>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 10, 11, 100})
    void leadsThroughAWholeListOnceItemByItem(int limit) {
        var walked = new ArrayList<Long>();
        Cursor cursor = null;
        do {
            var request = new PageRequest(limit, cursor);
            var rows = LongStream.iterate(10, number -> number > 0, number -> number - 1)
                    .filter(number -> number < request.before())
                    .limit(request.oneMore())
                    .boxed()
                    .toList();
            var page = Page.of(rows, request, row -> row, Cursor::of);
            walked.addAll(page.items());
            cursor = page.nextCursor() == null ? null : new Cursor(page.nextCursor());
        } while (cursor != null);

        assertThat(walked).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void isTheSameWithItsItemsWrittenOtherwise() {
        var page = new Page<>(List.of(1, 2), "next");

        assertThat(page.map(Integer::doubleValue)).isEqualTo(new Page<>(List.of(1.0, 2.0), "next"));
    }

    @Test
    void hasOneToAHundredItems() {
        assertThat(new PageRequest(1, null).oneMore()).isEqualTo(2);
        assertThat(new PageRequest(100, null).oneMore()).isEqualTo(101);
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(101, null));
    }

    @Test
    void beginsWithTheHighestNumberOrBelowTheCursors() {
        assertThat(FIRST_TWO.before()).isEqualTo(Long.MAX_VALUE);
        assertThat(new PageRequest(2, Cursor.of(7)).before()).isEqualTo(7);
    }

    @Test
    void beginsWhereAListSaysThatItsCursorsLead() {
        assertThat(FIRST_TWO.<Integer>after(cursor -> cursor.place().length)).isNull();
        assertThat(new PageRequest(2, Cursor.of(new byte[3])).<Integer>after(cursor -> cursor.place().length))
                .isEqualTo(3);
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(new PageRequest(2, Cursor.of(new byte[] {'x'}))::before)
                .satisfies(refused ->
                        assertThat(refused.errors()).containsExactly(new FieldProblem("cursor", "is not valid")));
    }
}
