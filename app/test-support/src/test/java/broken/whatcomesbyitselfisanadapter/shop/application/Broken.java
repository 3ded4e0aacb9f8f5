package broken.whatcomesbyitselfisanadapter.shop.application;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;

class Broken {

    @ApplicationModuleListener(id = "shop.broken")
    void on(String event) {}

    @Scheduled(fixedDelay = 1)
    void run() {}
}
