package broken.latelistenersaretestedbyaseconddelivery.shop;

import dev.frontrow.DeliveredTwice;

class Deliveries {

    @DeliveredTwice("broken.tested")
    void countsOnce() {}
}
