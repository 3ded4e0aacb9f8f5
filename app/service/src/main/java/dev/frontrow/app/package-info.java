/** Puts the modules together: security, database, problem pages, events, integrity. */
@ApplicationModule(
        displayName = "App",
        allowedDependencies = {"concert", "queue", "reservation", "payment", "point"})
@NullMarked
package dev.frontrow.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
