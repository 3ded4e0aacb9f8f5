package broken.latelistenershaveanid.shop.adapter.in.event;

import org.springframework.modulith.events.ApplicationModuleListener;

class Broken {

    @ApplicationModuleListener
    void on(String event) {}
}
