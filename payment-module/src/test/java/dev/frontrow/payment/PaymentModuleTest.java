package dev.frontrow.payment;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestConstructor;

/** A test of this module alone, on the real database; {@link OtherModules} stand in for the ones that follow its events. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest
@AutoConfigureMockMvc
@Import({OtherModules.class, PaymentScene.class, SimpleMeterRegistry.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface PaymentModuleTest {}
