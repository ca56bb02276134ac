package org.equicert.verification.key;

import java.util.ArrayList;
import java.util.List;

/** One statement of the theory in full: what it says, the Java and JML that say it, and how it stands. */
final class Explanation {

    private final Project project;
    private final Ledger ledger;
    private final Links links;

    Explanation(Project project) throws java.io.IOException, Unusable {
        this.project = project;
        this.ledger = project.ledger();
        this.links = project.links();
    }

    /** Every statement, a line each. */
    List<String> list() {
        return links.catalogue().statements().stream()
                .map(s -> "%-14s %-10s %s"
                        .formatted(s.id(), s.kind().name().toLowerCase(java.util.Locale.ROOT), s.title()))
                .toList();
    }

    /** Everything about one statement; {@code Unusable} names near ones. */
    List<String> of(String id) throws Unusable {
        Catalogue.Statement s = links.catalogue().get(id).orElse(null);
        if (s == null) {
            throw new Unusable("there is no statement " + id
                    + Near.question(Near.to(id, links.catalogue().ids())) + " 'explain' alone lists them.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(s.id() + ": " + s.title());
        section(lines, null, s.text());
        section(lines, "Formula (LaTeX)", s.formula());
        section(lines, "Premises", s.premises());
        section(lines, "What is proved of it", s.proved());
        section(lines, "Assumed", s.assumed());
        for (Outline.Method method : links.stating(id)) {
            section(
                    lines,
                    method.id() + ", " + Project.REFERENCE + "/" + method.type() + ".java:" + method.line(),
                    text(method));
        }
        section(lines, "Proofs", proofs(Standing.of(s, project, ledger)));
        section(lines, "Properties", String.join("\n", links.propertiesOf(id)));
        return lines;
    }

    private static void section(List<String> lines, String title, String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        lines.add("");
        if (title != null) {
            lines.add(title);
        }
        text.lines().forEach(line -> lines.add(title == null ? line : "  " + line));
    }

    /** The contract and the declaration that it is about; of a model method the annotation is both. */
    private static String text(Outline.Method method) {
        String contract = method.contract().stripIndent();
        return method.inModel()
                ? contract
                : contract + "\n" + method.declaration().strip();
    }

    private String proofs(Standing standing) {
        List<String> lines = new ArrayList<>();
        for (String contract : standing.contracts()) {
            Ledger.Entry row = ledger.entry(contract);
            String key = row == null
                    ? "not-run"
                    : project.isStale(row)
                            ? "stale"
                            : "%s (%d nodes, %.1f s)".formatted(row.status(), row.nodes(), row.seconds());
            lines.add("%-36s KeY %-28s OpenJML %s"
                    .formatted(contract, key, Standing.openJmlOf(contract, project, ledger)));
        }
        return lines.isEmpty() ? "none: it is assumed, see above" : String.join("\n", lines);
    }
}
