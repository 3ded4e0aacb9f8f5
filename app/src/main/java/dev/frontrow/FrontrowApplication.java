package dev.frontrow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Frontrow: a fair line, held seats, points, on one PostgreSQL. */
@Modulithic(systemName = "Frontrow")
@SpringBootApplication
@ConfigurationPropertiesScan
public class FrontrowApplication {

    public static void main(String[] args) {
        SpringApplication.run(FrontrowApplication.class, args);
    }
}
