package broken.latelistenersaretestedbyaseconddelivery.shop;

import dev.frontrow.DeliveredTwice;
import org.junit.jupiter.api.condition.DisabledIf;

class Deliveries {

    @DeliveredTwice("broken.tested")
    void countsOnce() {}

    @DisabledIf("always")
    @DeliveredTwice("broken.disabled")
    void countsNever() {}
}
