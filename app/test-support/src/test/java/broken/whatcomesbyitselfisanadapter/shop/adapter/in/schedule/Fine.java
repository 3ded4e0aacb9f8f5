package broken.whatcomesbyitselfisanadapter.shop.adapter.in.schedule;

import org.springframework.scheduling.annotation.Scheduled;

class Fine {

    @Scheduled(fixedDelay = 1)
    void run() {}
}
