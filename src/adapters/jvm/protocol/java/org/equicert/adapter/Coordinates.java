package org.equicert.adapter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The artifacts that an adapter's library is, from the adapter's {@code pom.xml}. */
final class Coordinates {
    private final Map<String, String> properties = new HashMap<>();

    private Coordinates() {}

    /** As Maven writes them, {@code org.nd4j:nd4j-native:1.0.0-M2.1}; what a machine is called there is left open. */
    static List<String> of(Path pom) throws IOException {
        Element project;
        try {
            project = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(pom + " cannot be read: " + e.getMessage(), e);
        }
        Coordinates coordinates = new Coordinates();
        elements(project, "properties")
                .flatMap(all -> elements(all, "*"))
                .forEach(each -> coordinates.properties.put("${" + each.getTagName() + "}", each.getTextContent()));
        return elements(project, "dependency")
                .filter(each -> !text(each, "groupId").startsWith("org.equicert"))
                .map(coordinates::artifact)
                .toList();
    }

    private String artifact(Element dependency) {
        String version = text(dependency, "version");
        String classifier = text(dependency, "classifier");
        return text(dependency, "groupId") + ":" + text(dependency, "artifactId") + ":" + filled(version)
                + (classifier.isEmpty() ? "" : ":jar:" + classifier.replaceAll("\\$\\{platform\\..*}", "<platform>"));
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            filled = filled.replace(property.getKey(), property.getValue());
        }
        return filled;
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).findFirst().map(Element::getTextContent).orElse("");
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
