package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseArrayTests {

    @Test
    void keepsOrderAndNulls() {
        assertThat(DatabaseArray.texts(Arrays.asList(new UserId("ann"), null), user -> user))
                .containsExactly("ann", null);
        assertThat(DatabaseArray.numbers(List.of("one", "three"), String::length))
                .containsExactly(3, 5);
    }
}
