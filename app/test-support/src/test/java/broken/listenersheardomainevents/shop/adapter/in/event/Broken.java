package broken.listenersheardomainevents.shop.adapter.in.event;

import broken.listenersheardomainevents.other.Told;
import broken.listenersheardomainevents.other.Untold;
import org.springframework.context.event.EventListener;

class Broken {

    @EventListener
    void on(Told fine) {}

    @EventListener
    void on(Untold event) {}
}
