package broken.transactionsareonusecasesalone.shop.adapter.in.event;

import org.springframework.modulith.events.ApplicationModuleListener;

class Fine {

    @ApplicationModuleListener(id = "shop.fine")
    void on(String event) {}
}
