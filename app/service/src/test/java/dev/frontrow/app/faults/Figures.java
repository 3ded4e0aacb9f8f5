package dev.frontrow.app.faults;

import dev.frontrow.app.Shop;
import java.util.Map;
import java.util.regex.Pattern;

/** What the service says of itself. */
final class Figures {

    private Figures() {}

    /** A gauge or a counter of {@code /actuator/prometheus}, summed over whatever it is told apart by. */
    static double of(Shop shop, String name) {
        var said = shop.send("GET", "/actuator/prometheus", null, Map.of())
                .expect(200)
                .raw()
                .body();
        var found = Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$")
                .matcher(said)
                .results()
                .map(result -> Double.parseDouble(result.group(1)))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException(name + " is not told");
        }
        return found.stream().mapToDouble(Double::doubleValue).sum();
    }
}
