package org.equicert.verification.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which contract and which property belongs to which statement, as the sources say: a method to the statements that its
 * documentation names, or else to those that its class names; a property to the statement that its name begins with.
 *
 * @param byClass the statements that a class names
 * @param byMethod the statements that a method ({@code Class.method}) itself names
 * @param properties the statements of a property ({@code Class.method}) that is named by one; none if there is no such one
 */
record Links(
        Catalogue catalogue,
        Sources sources,
        Outline outline,
        Map<String, List<String>> byClass,
        Map<String, List<String>> byMethod,
        Map<String, List<String>> properties) {

    private static final Pattern PROPERTY =
            Pattern.compile("@(?:Property|Example|Test)\\b[\\s\\S]*?\\bvoid (\\w+)\\s*\\(");
    private static final Pattern STATED = Pattern.compile("[TE]_[A-Z].*");

    static Links of(Catalogue catalogue, Sources sources, Path tests) throws IOException {
        Map<String, List<String>> properties = new TreeMap<>();
        try (var files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String type = file.getFileName().toString().replace(".java", "");
                Matcher m = PROPERTY.matcher(Files.readString(file));
                while (m.find()) {
                    String named = STATED.matcher(m.group(1)).matches() ? m.group(1) : type;
                    if (STATED.matcher(named).matches()) {
                        properties.put(type + "." + m.group(1), catalogue.ofProperty(named));
                    }
                }
            }
        }
        Outline outline = Outline.of(sources);
        Map<String, List<String>> byClass = new TreeMap<>();
        sources.classes().keySet().forEach(type -> byClass.put(type, named(sources.head(type), catalogue)));
        Map<String, List<String>> byMethod = new TreeMap<>();
        outline.methods().forEach(method -> byMethod.put(method.id(), catalogue.namedIn(method.doc())));
        return new Links(catalogue, sources, outline, byClass, byMethod, properties);
    }

    /** Those of the first paragraph that names any. */
    private static List<String> named(List<String> paragraphs, Catalogue catalogue) {
        return paragraphs.stream()
                .map(catalogue::namedIn)
                .filter(ids -> !ids.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The statements that a contract ({@code Class.method}, {@code Class.method model} …) belongs to. */
    List<String> statementsOf(String contract) {
        List<String> own = byMethod.getOrDefault(contract.replaceFirst(" .*", ""), List.of());
        return own.isEmpty() ? byClass.getOrDefault(Sources.type(contract), List.of()) : own;
    }

    /** The methods whose own documentation names a statement; where there are none, those of the classes that do. */
    List<Outline.Method> stating(String statement) {
        List<Outline.Method> own = outline.methods().stream()
                .filter(method -> !method.contractNames().isEmpty()
                        && byMethod.get(method.id()).contains(statement))
                .toList();
        return own.isEmpty() ? belonging(statement) : own;
    }

    /** All methods that belong to a statement. */
    List<Outline.Method> belonging(String statement) {
        return outline.methods().stream()
                .filter(method -> !method.contractNames().isEmpty()
                        && statementsOf(method.id()).contains(statement))
                .toList();
    }

    /** How many methods of a class have a contract. */
    int contractsOf(String type) {
        return (int) outline.methods().stream()
                .filter(m -> m.type().equals(type) && !m.contractNames().isEmpty())
                .count();
    }

    List<String> propertiesOf(String statement) {
        return properties.entrySet().stream()
                .filter(each -> each.getValue().contains(statement))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One line for each name that leads nowhere, and each algebraic statement that nothing proves or tests. */
    List<String> broken() {
        List<String> found = new ArrayList<>();
        sources.classes().forEach((type, text) -> {
            for (String mention : Catalogue.mentions(text)) {
                if (catalogue.named(mention).isEmpty()) {
                    found.add(type + ".java names " + mention + ", which spec/statements.yaml does not have");
                }
            }
        });
        properties.forEach((property, statements) -> {
            if (statements.isEmpty()) {
                found.add(property + " is named by a statement that spec/statements.yaml does not have");
            }
        });
        for (Catalogue.Statement each : catalogue.statements()) {
            if (each.kind() == Catalogue.Kind.ALGEBRAIC) {
                if (belonging(each.id()).isEmpty()) {
                    found.add(each.id() + " is algebraic, but no contract's Javadoc names it");
                }
                if (propertiesOf(each.id()).isEmpty()) {
                    found.add(each.id() + " is algebraic, but no property is named " + each.identifier() + "…");
                }
            }
        }
        return found;
    }
}
