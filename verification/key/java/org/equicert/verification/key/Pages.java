package org.equicert.verification.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code spec/statements/ID.md}: a page for each statement, written from the catalogue and the links of the sources. */
final class Pages {

    private static final String SOURCES = "../../src/java/org/equicert/reference/";

    private final Links links;

    Pages(Links links) {
        this.links = links;
    }

    /** Every page by its file name. */
    Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        links.catalogue().statements().forEach(each -> pages.put(each.id() + ".md", page(each)));
        return pages;
    }

    /** Writes the pages, and removes what is none. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<String, String> pages = all();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!pages.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        for (var page : pages.entrySet()) {
            Files.writeString(directory.resolve(page.getKey()), page.getValue());
        }
    }

    private String page(Catalogue.Statement s) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + s.id() + ": " + s.title());
        lines.add(s.text());
        lines.add("$$\n" + s.formula() + "\n$$");
        lines.add("**Premises.** " + s.premises());
        if (s.proved() != null) {
            lines.add("**What is proved of it.** " + s.proved());
        }
        lines.add("**Proved by.**" + contracts(s));
        lines.add("**Tested by.**" + properties(s));
        lines.add("**Assumed.** " + s.assumed());
        return String.join("\n\n", lines) + "\n";
    }

    /** Each class with the methods that state it; a class that is about nothing else stands for all of its methods. */
    private String contracts(Catalogue.Statement s) {
        Map<String, List<String>> byClass = new TreeMap<>();
        for (Outline.Method method : links.belonging(s.id())) {
            byClass.computeIfAbsent(method.type(), t -> new ArrayList<>()).add("`" + method.name() + "`");
        }
        List<String> items = new ArrayList<>();
        byClass.forEach((type, methods) -> {
            boolean whole = links.contractsOf(type) == methods.size();
            String which = whole ? "all of it" : String.join(", ", methods);
            items.add("[`%s`](%s%s.java): %s".formatted(type, SOURCES, type, which));
        });
        return bullets(items);
    }

    private String properties(Catalogue.Statement s) {
        return bullets(
                links.propertiesOf(s.id()).stream().map(p -> "`" + p + "`").toList());
    }

    private static String bullets(List<String> items) {
        return items.isEmpty() ? " nothing" : "\n\n- " + String.join("\n- ", items);
    }
}
