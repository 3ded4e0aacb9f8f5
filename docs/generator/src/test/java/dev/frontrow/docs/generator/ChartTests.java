package dev.frontrow.docs.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.docs.generator.Chart.Arrow;
import dev.frontrow.docs.generator.Chart.Box;
import dev.frontrow.docs.generator.Chart.Look;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartTests {

    private static final int COLUMNS = 5;
    private static final int ROWS = 6;

    @Test
    void isDrawnInTheSameWayEachTime() {
        var boxes = IntStream.range(0, COLUMNS * ROWS)
                .mapToObj(i -> new Box("b" + i, i % COLUMNS, Look.USE, "Box" + i, "use case", ""))
                .toList();
        var arrows = IntStream.range(0, COLUMNS * ROWS)
                .boxed()
                .flatMap(from -> Stream.of(from * 7 % boxes.size(), from * 11 % boxes.size())
                        .filter(to -> to % COLUMNS > from % COLUMNS)
                        .map(to -> new Arrow("b" + from, "b" + to, false)))
                .distinct()
                .toList();
        var chart = new Chart("Boxes", Map.of(), Map.of(), List.of(), boxes, arrows);

        assertThat(Stream.generate(chart::svg).limit(5).distinct()).hasSize(1);
    }
}
