package dev.frontrow.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A module's POM. */
record Pom(Document document) {

    private static final String MODULE = "-module";
    private static final Set<String> PROJECT = Set.of("dev.frontrow", "${project.groupId}");

    static Pom in(Path folder) {
        try {
            return new Pom(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(folder.resolve("pom.xml").toFile()));
        } catch (SAXException | ParserConfigurationException malformed) {
            throw new IllegalArgumentException(folder + " has no readable POM", malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The artifacts of the project that it depends on, a module by its name, but for what anybody may: {@code edge}, and in
     * scope {@code test} the test support. Whatever is called like a module is meant, too.
     */
    Set<String> named() {
        var named = new TreeSet<String>();
        var dependencies = document.getElementsByTagName("dependency");
        for (var i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            var artifact = text(dependency, "artifactId");
            if ((artifact.endsWith(MODULE) || PROJECT.contains(text(dependency, "groupId")))
                    && !isManaged(dependency)
                    && !isForAll(artifact, text(dependency, "scope"))) {
                named.add(artifact.replaceFirst(MODULE + "$", ""));
            }
        }
        return named;
    }

    private static boolean isForAll(String artifact, String scope) {
        return artifact.equals("edge") || (artifact.equals("test-support") && scope.equals("test"));
    }

    private static boolean isManaged(Node dependency) {
        return dependency.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
    }

    private static String text(Element element, String child) {
        var found = element.getElementsByTagName(child).item(0);
        return found == null ? "" : found.getTextContent().strip();
    }
}
