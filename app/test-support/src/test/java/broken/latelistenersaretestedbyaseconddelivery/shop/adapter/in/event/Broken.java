package broken.latelistenersaretestedbyaseconddelivery.shop.adapter.in.event;

import org.springframework.modulith.events.ApplicationModuleListener;

class Broken {

    @ApplicationModuleListener(id = "broken.tested")
    void on(Integer fine) {}

    @ApplicationModuleListener(id = "broken.untested")
    void on(String event) {}

    @ApplicationModuleListener(id = "broken.disabled")
    void on(Long event) {}
}
