package dev.frontrow.docs.generator;

import dev.frontrow.FrontrowApplication;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;

/**
 * The modules as Spring Modulith describes them, which the service shows at {@code /actuator/modulith}. Without this file it
 * would read all its classes at each start.
 */
final class ModuleDescription {

    private static final String RESOURCES = "app/service/src/main/resources/";

    private ModuleDescription() {}

    static void writeTo(Documents documents) {
        var modules = ApplicationModules.of(FrontrowApplication.class);
        documents.add(
                RESOURCES + ApplicationModulesExporter.DEFAULT_LOCATION,
                new ApplicationModulesExporter(modules).toJson());
    }
}
