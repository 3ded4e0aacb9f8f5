package broken.noclockthatcantbemoved.app.startup;

import java.time.Clock;
import org.springframework.context.annotation.Bean;

class Fine {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
