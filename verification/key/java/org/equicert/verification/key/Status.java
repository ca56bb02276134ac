package org.equicert.verification.key;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ledger as people and programs read it: by statement, each with both provers, its properties and its assumptions. */
final class Status {

    static final int WIDTH = 100;
    private static final String ROW = "%-14s %8s %-8s %-6s %8s %8s %8s %5s  %s";

    private final Project project;
    private final Ledger ledger;
    private final MutantLedger mutants;
    private final List<Standing> standings;

    Status(Project project) throws IOException, Unusable {
        this.project = project;
        this.ledger = project.ledger();
        this.mutants = MutantLedger.read(project);
        this.standings = Standing.all(project, ledger);
    }

    /** Whether nothing is open, stale or missing, in both provers' rows and among the mutants. */
    boolean isStrictlyGood() {
        return isGood()
                && standings.stream().allMatch(Standing::isSettled)
                && ledger.contracts().stream().noneMatch(project::isStale)
                && missing().isEmpty()
                && mutants.unexplained(project).isEmpty()
                && mutants.stale(project).isEmpty();
    }

    /** Whether every row of the ledger says proved. */
    boolean isGood() {
        return !ledger.contracts().isEmpty() && ledger.unproved().isEmpty();
    }

    /** The contracts that the sources have and the ledger has not. */
    private List<String> missing() {
        return project.links().outline().methods().stream()
                .flatMap(method -> method.contractNames().stream())
                .filter(name -> ledger.entry(name) == null)
                .toList();
    }

    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                ROW.formatted("statement", "proved", "KeY", "mode", "nodes", "seconds", "OpenJML", "tests", "assumed"));
        standings.forEach(each -> lines.add(cut(row(each))));
        lines.add("");
        Map<String, List<String>> notes = new LinkedHashMap<>();
        notes.put("not proved", ledger.unproved());
        notes.put("not in the ledger", missing());
        notes.put("stale", stale());
        notes.put("stale mutants", mutants.stale(project));
        notes.put("mutants proved by mistake, unexplained", mutants.unexplained(project));
        notes.forEach((what, names) -> {
            if (!names.isEmpty()) {
                lines.addAll(folded(what + " (" + names.size() + "): " + String.join(", ", names)));
            }
        });
        lines.add("%d contracts, %d proved by KeY, %d by OpenJML too; %,d nodes, %.1f minutes of one processor"
                .formatted(
                        ledger.contracts().size(),
                        ledger.contracts().size() - ledger.unproved().size(),
                        provedByBoth(),
                        ledger.contracts().stream()
                                .mapToInt(Ledger.Entry::nodes)
                                .sum(),
                        ledger.contracts().stream()
                                        .mapToDouble(Ledger.Entry::seconds)
                                        .sum()
                                / 60));
        lines.add(mutants.summary(project));
        lines.add(Lines.of(project.sources()).toString());
        return lines;
    }

    /** The selected contracts, a row each. */
    List<String> rows(Selection selection) throws Unusable {
        List<Ledger.Entry> rows = ledger.contracts().stream()
                .filter(row -> selection.contains(row.id()))
                .toList();
        if (rows.isEmpty()) {
            throw selection.empty(
                    ledger.contracts().stream().map(Ledger.Entry::id).toList());
        }
        return rows.stream()
                .map(row -> "%s%s  OpenJML %s"
                        .formatted(
                                row.row(),
                                project.isStale(row) ? "  STALE" : "",
                                Standing.openJmlOf(row.id(), project, ledger)))
                .toList();
    }

    private String row(Standing s) {
        Standing.Verdict key = s.key();
        boolean bare = s.contracts().isEmpty();
        return ROW.formatted(
                s.id(),
                bare ? "-" : key.proved() + "/" + s.contracts().size(),
                bare && !s.isSettled() ? "missing" : key.status(),
                key.mode(),
                bare ? "" : "%,d".formatted(key.nodes()),
                bare ? "" : "%.0f".formatted(key.seconds()),
                bare ? "-" : s.openjml().proved() + "/" + s.contracts().size(),
                s.properties().size(),
                s.assumed());
    }

    private List<String> stale() {
        List<String> all = new ArrayList<>();
        ledger.contracts().stream()
                .filter(project::isStale)
                .map(Ledger.Entry::id)
                .forEach(all::add);
        ledger.openjml().forEach((contract, row) -> {
            if (project.isStale(contract, row)) {
                all.add(contract + " (OpenJML)");
            }
        });
        return all;
    }

    private long provedByBoth() {
        return ledger.contracts().stream()
                .filter(row -> row.proved()
                        && Standing.openJmlOf(row.id(), project, ledger).equals("proved"))
                .count();
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line.stripTrailing() : line.substring(0, WIDTH - 1) + "…";
    }

    private static List<String> folded(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    String json() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("prover", ledger.prover());
        all.put("options", ledger.options());
        all.put("statements", standings);
        all.put("contracts", ledger.contracts());
        all.put("openjml", ledger.openjml());
        all.put("missing", missing());
        all.put("stale", stale());
        all.put("mutants", mutants.figures(project));
        all.put("lines", Lines.of(project.sources()));
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(all);
    }
}
