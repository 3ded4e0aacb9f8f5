package dev.frontrow.docs.generator;

import dev.frontrow.FrontrowApplication;
import java.util.Comparator;
import java.util.TreeMap;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.util.ApplicationModulesExporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The modules as Spring Modulith describes them, which the service shows at {@code /actuator/modulith}. Without this file it
 * would read all its classes at each start.
 */
final class ModuleDescription {

    private static final String RESOURCES = "app/service/src/main/resources/";

    private ModuleDescription() {}

    static void writeTo(Documents documents) {
        var modules = ApplicationModules.of(FrontrowApplication.class);
        var json = JsonMapper.shared().readTree(new ApplicationModulesExporter(modules).toJson());
        documents.add(
                RESOURCES + ApplicationModulesExporter.DEFAULT_LOCATION,
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(sorted(json)) + "\n");
    }

    /** Spring Modulith writes the same in another order each time. */
    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            var members = new TreeMap<String, Object>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            return node.valueStream()
                    .map(ModuleDescription::sorted)
                    .sorted(Comparator.comparing(Object::toString))
                    .toList();
        }
        return node;
    }
}
