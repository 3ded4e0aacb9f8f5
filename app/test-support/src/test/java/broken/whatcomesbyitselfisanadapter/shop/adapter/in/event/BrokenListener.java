package broken.whatcomesbyitselfisanadapter.shop.adapter.in.event;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

class BrokenListener implements ApplicationListener<ApplicationEvent> {

    @Override
    public void onApplicationEvent(ApplicationEvent event) {}
}
