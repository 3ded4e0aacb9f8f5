package dev.frontrow.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.app.benchmark.Chart.Curve;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTests {

    @Test
    void drawsALineForEachCurve() throws Exception {
        var svg = parsed(new Chart(
                "The line",
                "",
                List.of(new Curve("waiting", List.of(0.0, 50.0, 100.0)), new Curve("active", List.of(1.0, 1.0, 1.0)))));

        var lines = svg.getElementsByTagName("polyline");
        assertThat(lines.getLength()).isEqualTo(2);
        assertThat(((Element) lines.item(0)).getAttribute("points").split(" ")).hasSize(3);
        assertThat(svg.getDocumentElement().getTextContent()).contains("The line", "waiting", "active", "100");
    }

    @Test
    void leavesOutWhatIsNotKnown() throws Exception {
        var svg = parsed(new Chart("Latency", " ms", List.of(new Curve("half", List.of(Double.NaN, 2.0)))));

        var line = (Element) svg.getElementsByTagName("polyline").item(0);
        assertThat(line.getAttribute("points").split(" ")).hasSize(1);
    }

    private static Document parsed(Chart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));
    }
}
