package dev.frontrow.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hall of 50,000 seats stays smooth to move about in, on a machine without a graphics card. */
class LargeHallTests extends ServedPages {

    private static final Logger log = LoggerFactory.getLogger(LargeHallTests.class);

    /**
     * How long each picture takes while the hall is dragged about: to say what is drawn, and then to draw it; from afar, as dots,
     * and as dots with numbers. The first ones warm up.
     */
    private static final String PAN = """
            async () => {
              const canvas = document.querySelector('fr-hall-map canvas');
              const box = canvas.getBoundingClientRect();
              let times = [];
              const raf = window.requestAnimationFrame;
              window.requestAnimationFrame = act => raf(now => {
                const begun = performance.now();
                act(now);
                canvas.getContext('2d').getImageData(0, 0, 1, 1);
                times.push(performance.now() - begun);
              });
              const at = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type,
                  { pointerId: 1, clientX: box.x + x, clientY: box.y + y, bubbles: true, isPrimary: true }));
              canvas.setPointerCapture = () => {};
              const stages = [];
              for (const zooms of [0, 3, 3]) {
                for (let zoom = 0; zoom < zooms; zoom++) {
                  canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: -400, clientX: box.x + 300, clientY: box.y + 200, cancelable: true }));
                }
                at('pointerdown', 300, 200);
                times = [];
                for (let step = 0; step < 60; step++) {
                  at('pointermove', 300 + 120 * Math.sin(step / 6), 200 + 60 * Math.cos(step / 9));
                  await new Promise(done => raf(done));
                }
                at('pointerup', 300, 200);
                stages.push(times.slice(5).sort((one, other) => one - other));
              }
              window.requestAnimationFrame = raf;
              return stages;
            }
            """;

    @Test
    void isDrawnWithinAFrame() {
        var organiser = new Organiser(port);
        var evening = organiser.publish("Stadium", """
                {"name":"Floor","rows":50,"seatsPerRow":200,"price":165000},
                {"name":"East","rows":100,"seatsPerRow":100,"price":132000},
                {"name":"West","rows":100,"seatsPerRow":100,"price":132000},
                {"name":"Upper East","rows":100,"seatsPerRow":100,"price":99000},
                {"name":"Upper West","rows":100,"seatsPerRow":100,"price":99000}""");
        var visit = visit(Screen.LAPTOP).comeIn(evening, organiser);
        assertThat(visit.page.locator("fr-hall .note").count()).as("refusals").isZero();
        visit.keepPicture("large-hall");

        var stages = (List<?>) visit.page.evaluate(PAN);
        visit.keepPicture("large-hall-near");

        assertThat(stages).hasSize(3).allSatisfy(stage -> {
            var times = ((List<?>) stage)
                    .stream().map(time -> ((Number) time).doubleValue()).toList();
            var median = times.get(times.size() / 2);
            var p95 = times.get((int) (times.size() * 0.95));
            log.info("50,000 seats: {} pictures, median {} ms, p95 {} ms", times.size(), median, p95);
            assertThat(times).hasSizeGreaterThan(30);
            assertThat(median).as("milliseconds to draw").isLessThan(16);
            assertThat(p95).as("milliseconds to draw, on a busy machine too").isLessThan(250);
        });
    }
}
