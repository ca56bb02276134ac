package org.equicert.verification.key;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How one statement stands: its contracts, and what each prover says of them together.
 *
 * @param missing contracts that the sources have and the ledger has not
 * @param stale contracts whose row, of either prover, is of other sources or settings than today's
 */
@JsonPropertyOrder({"id", "title", "kind", "contracts", "key", "openjml", "properties", "assumed", "missing", "stale"})
record Standing(
        String id,
        String title,
        Catalogue.Kind kind,
        List<String> contracts,
        Verdict key,
        Verdict openjml,
        List<String> properties,
        String assumed,
        List<String> missing,
        List<String> stale) {

    /** What a statement without a contract is; an algebraic one must not be. */
    private static final String NOTHING = "assumed";

    /** From the worst to the best; what a prover says of several contracts is the worst that it says of one. */
    private static final List<String> WORST_FIRST = List.of(
            "error", "killed", "out-of-memory", "open", "timeout", "stale", "not-run", "not-expressible", "proved");

    /** One prover on the contracts of a statement; {@code counts} says how many have which status. */
    record Verdict(String status, String mode, int nodes, double seconds, Map<String, Integer> counts) {

        @JsonIgnore
        int proved() {
            return counts.getOrDefault("proved", 0);
        }

        private static Verdict of(List<String> statuses, String mode, int nodes, double seconds) {
            Map<String, Integer> counts = new TreeMap<>();
            statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
            String worst =
                    WORST_FIRST.stream().filter(counts::containsKey).findFirst().orElse(NOTHING);
            return new Verdict(worst, mode, nodes, Math.round(seconds * 10) / 10.0, counts);
        }
    }

    static List<Standing> all(Project project, Ledger ledger) {
        return project.links().catalogue().statements().stream()
                .map(statement -> of(statement, project, ledger))
                .toList();
    }

    static Standing of(Catalogue.Statement statement, Project project, Ledger ledger) {
        List<String> contracts = contracts(statement.id(), project, ledger);
        List<Ledger.Entry> rows =
                contracts.stream().map(ledger::entry).filter(Objects::nonNull).toList();
        List<String> missing =
                contracts.stream().filter(c -> ledger.entry(c) == null).toList();
        List<String> stale = new ArrayList<>();
        rows.stream().filter(project::isStale).map(Ledger.Entry::id).forEach(stale::add);
        contracts.stream()
                .filter(c -> ledger.openjml().containsKey(c)
                        && project.isStale(c, ledger.openjml().get(c)))
                .map(c -> c + " (OpenJML)")
                .forEach(stale::add);
        return new Standing(
                statement.id(),
                statement.title(),
                statement.kind(),
                contracts,
                key(contracts, rows, project),
                openJml(contracts, project, ledger),
                project.links().propertiesOf(statement.id()),
                statement.assumed(),
                missing,
                stale);
    }

    /** The ledger's rows that belong to the statement, and those that its methods should have. */
    private static List<String> contracts(String statement, Project project, Ledger ledger) {
        TreeSet<String> names = new TreeSet<>();
        ledger.contracts().stream()
                .map(Ledger.Entry::id)
                .filter(id -> project.links().statementsOf(id).contains(statement))
                .forEach(names::add);
        project.links().belonging(statement).forEach(method -> names.addAll(method.contractNames()));
        return List.copyOf(names);
    }

    private static Verdict key(List<String> contracts, List<Ledger.Entry> rows, Project project) {
        List<String> statuses = Stream.concat(
                        rows.stream()
                                .map(row -> project.isStale(row)
                                        ? "stale"
                                        : row.status().toString()),
                        Stream.generate(() -> "not-run").limit(contracts.size() - rows.size()))
                .toList();
        TreeSet<String> modes =
                new TreeSet<>(rows.stream().map(Ledger.Entry::mode).toList());
        modes.remove("");
        return Verdict.of(
                statuses,
                String.join("+", modes),
                rows.stream().mapToInt(Ledger.Entry::nodes).sum(),
                rows.stream().mapToDouble(Ledger.Entry::seconds).sum());
    }

    private static Verdict openJml(List<String> contracts, Project project, Ledger ledger) {
        List<String> statuses = contracts.stream()
                .map(contract -> openJmlOf(contract, project, ledger))
                .toList();
        double seconds = contracts.stream()
                .map(ledger.openjml()::get)
                .filter(Objects::nonNull)
                .mapToDouble(Ledger.OpenJml::seconds)
                .sum();
        return Verdict.of(statuses, "esc", 0, seconds);
    }

    /** What OpenJML says of one contract today. */
    static String openJmlOf(String contract, Project project, Ledger ledger) {
        Ledger.OpenJml row = ledger.openjml().get(contract);
        return row == null ? "not-run" : project.isStale(contract, row) ? "stale" : row.status();
    }

    /** Whether KeY has proved every contract of it, of the sources as they are. */
    @JsonIgnore
    boolean isSettled() {
        boolean bare = contracts.isEmpty() && kind != Catalogue.Kind.ALGEBRAIC;
        return stale.isEmpty() && (bare || key.status().equals("proved"));
    }
}
