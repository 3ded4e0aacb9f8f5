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

    /** The modules that it depends on, in any scope; whatever is called like one is meant. */
    Set<String> modules() {
        var modules = new TreeSet<String>();
        var dependencies = document.getElementsByTagName("dependency");
        for (var i = 0; i < dependencies.getLength(); i++) {
            var artifact = text((Element) dependencies.item(i), "artifactId");
            if (artifact.endsWith(MODULE) && !isManaged(dependencies.item(i))) {
                modules.add(artifact.substring(0, artifact.length() - MODULE.length()));
            }
        }
        return modules;
    }

    private static boolean isManaged(Node dependency) {
        return dependency.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
    }

    private static String text(Element element, String child) {
        return element.getElementsByTagName(child).item(0).getTextContent().strip();
    }
}
