package broken.latelistenershaveanid.shop.adapter.in.event;

import org.springframework.transaction.event.TransactionalEventListener;

class BrokenLate {

    @TransactionalEventListener(id = "shop.late")
    void on(String event) {}
}
