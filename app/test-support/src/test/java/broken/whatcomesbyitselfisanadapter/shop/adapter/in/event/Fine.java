package broken.whatcomesbyitselfisanadapter.shop.adapter.in.event;

import org.springframework.context.event.EventListener;

class Fine {

    @EventListener
    void on(String event) {}
}
