package broken.latelistenershaveanid.shop.adapter.in.event;

import org.springframework.modulith.events.ApplicationModuleListener;

class Broken {

    @ApplicationModuleListener(id = "shop.fine")
    void on(Integer fine) {}

    @ApplicationModuleListener
    void on(String event) {}
}
