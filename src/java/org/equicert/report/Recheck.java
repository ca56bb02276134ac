package org.equicert.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.equicert.campaign.Result;
import org.equicert.campaign.Row;
import org.equicert.campaign.Run;
import org.equicert.oracle.Coverage;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Verdict;

/**
 * A report judged again from its exchanges alone, with no candidate present. Nothing is rounded: judging is exact
 * arithmetic, so every figure has to come out as it stands.
 *
 * @param results how many were judged again
 * @param disagreements what came out otherwise, a line each
 */
public record Recheck(int results, List<String> disagreements) {
    /** Whether every verdict and figure came out as it stands in the report. */
    public boolean agrees() {
        return disagreements.isEmpty();
    }

    /** What a result claims. */
    private record Claim(Verdict verdict, double eta, double budget, double power, Optional<Coverage> coverage) {
        static Claim of(Result r) {
            return new Claim(r.verdict(), finite(r.eta()), finite(r.budget()), finite(r.power()), r.coverage());
        }

        /** In a report, what is not finite is null, and null is read as NaN. */
        private static double finite(double x) {
            return Double.isFinite(x) ? x : Double.NaN;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s (η %s, budget %s, power %s%s)",
                    verdict.word(),
                    eta,
                    budget,
                    power,
                    coverage.map(c -> ", on " + c.directions() + " of " + c.of())
                            .orElse(""));
        }
    }

    /** Judges a run again. */
    public static Recheck of(Run run, Function<List<Exchange>, List<Result>> judge) throws ReportUnreadable {
        Map<Row, Result> again = new LinkedHashMap<>();
        try {
            judge.apply(run.exchanges()).forEach(result -> again.put(Row.of(result), result));
        } catch (RuntimeException e) {
            throw new ReportUnreadable("its exchanges cannot be judged: " + e);
        }
        List<String> disagreements = new ArrayList<>();
        Set<Exchange> exchanges = new HashSet<>(run.exchanges());
        Set<Row> seen = new HashSet<>();
        for (Result result : run.results()) {
            Row row = Row.of(result);
            Result now = again.get(row);
            if (!seen.add(row)) {
                disagreements.add(row + ": the report has it twice");
            } else if (now == null) {
                disagreements.add(row + ": the report says " + Claim.of(result) + ", but nothing was asked of it");
            } else if (!Claim.of(now).equals(Claim.of(result))) {
                disagreements.add(row + ": the report says " + Claim.of(result) + ", judged again " + Claim.of(now));
            } else if (!result.witness()
                    .map(w -> exchanges.contains(w.exchange()))
                    .orElse(true)) {
                disagreements.add(row + ": its witness is not among the report's exchanges");
            }
        }
        again.forEach((row, result) -> {
            if (!seen.contains(row)) {
                disagreements.add(row + ": judged " + Claim.of(result) + ", but the report leaves it out");
            }
        });
        return new Recheck(run.results().size(), List.copyOf(disagreements));
    }
}
