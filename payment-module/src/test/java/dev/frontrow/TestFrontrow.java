package dev.frontrow;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The application that this module's tests start: the module alone, on a database that holds its schema alone. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(TestDatabase.class)
class TestFrontrow {}
