package org.equicert.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.equicert.campaign.Result;
import org.equicert.campaign.Witness;
import org.equicert.function.Array;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Discrepancy;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Question;
import org.equicert.oracle.Verdict;

/** Witnesses as a person can use them: the question with its exact numbers, and what is wrong with the answer. */
public final class WitnessText {
    private static final int MOST_ENTRIES = 16;
    private static final int WIDTH = ReportTable.WIDTH;
    private static final String INDENT = "    ";

    private WitnessText() {}

    /** A witness for each function and quantity of which something is refuted, line by line. */
    public static List<String> lines(List<Result> results) {
        SequencedMap<String, List<Result>> refuted = new LinkedHashMap<>();
        for (Result result : results) {
            if (result.verdict() == Verdict.REFUTED && result.witness().isPresent()) {
                refuted.computeIfAbsent(result.quantity().word() + " of " + result.function(), k -> new ArrayList<>())
                        .add(result);
            }
        }
        List<String> lines = new ArrayList<>();
        refuted.forEach((what, rows) -> {
            lines.add("");
            lines.addAll(witness(what, rows));
        });
        return lines;
    }

    private static List<String> witness(String what, List<Result> rows) {
        Exchange exchange = rows.getFirst().witness().orElseThrow().exchange();
        Question question = exchange.question();
        List<String> lines = new ArrayList<>();
        lines.add("refuted: " + what + ", " + claim(rows.getFirst()));
        List<String> others = rows.stream()
                .map(WitnessText::claim)
                .distinct()
                .filter(claim -> !claim.equals(claim(rows.getFirst())))
                .toList();
        if (!others.isEmpty()) {
            lines.addAll(wrapped("", "likewise " + String.join("; ", others) + ": see the report"));
        }
        question.parameters().values().forEach((name, value) -> lines.add(INDENT + name + " = " + value));
        Map<String, Array<Double>> inputs =
                new LinkedHashMap<>(question.inputs().arrays());
        question.cotangent().ifPresent(c -> inputs.put("cotangent", c));
        question.tangent().ifPresent(v -> inputs.put("tangent", v));
        inputs.forEach((name, array) -> lines.addAll(array(name, array)));
        if (exchange.answer() instanceof Answer.Given given) {
            lines.addAll(array("answer", given.output()));
        }
        List<Witness> shown = new ArrayList<>();
        for (Result row : rows) {
            Witness witness = row.witness().orElseThrow();
            if (witness.exchange().equals(exchange)) {
                lines.addAll(discrepancy(row, witness));
                shown.add(witness);
            }
        }
        shown.stream()
                .flatMap(witness -> witness.confirmation().stream())
                .distinct()
                .forEach(confirmation -> lines.addAll(wrapped("", confirmation)));
        return lines;
    }

    /** {@code fwd-over-fwd in f64}. */
    private static String claim(Result result) {
        return result.mode().map(mode -> mode.word() + " in ").orElse("in ")
                + result.precision().word();
    }

    private static List<String> discrepancy(Result result, Witness witness) {
        Discrepancy d = witness.discrepancy();
        String judge = "by " + result.judge().word() + ": ";
        List<String> lines = new ArrayList<>(wrapped(judge, d.where() + inWords(d.where())));
        lines.addAll(wrapped("  expected  ", d.expected()));
        lines.addAll(wrapped("  answered  ", d.actual()));
        lines.addAll(wrapped("  apart by  ", "at least " + d.difference()));
        return lines;
    }

    /** What the statement of the theory that an identity is named after says, for a reader who does not know it. */
    private static String inWords(String where) {
        String along = " along the directions in which the function's equivariance moves its inputs has to be what that"
                + " equivariance forces it to be";
        return where.startsWith("T.Thm1.1")
                ? ": the gradient" + along
                : where.startsWith("T.Thm1.2") ? ": the Hessian" + along : "";
    }

    /** A name, and beside it the array in decimal; in hexadecimal too, where a decimal is not the number itself. */
    private static List<String> array(String name, Array<Double> array) {
        String head = name + " " + array.shape() + " = ";
        if (array.size() > MOST_ENTRIES) {
            return List.of(INDENT + head + array.size() + " numbers: see the report");
        }
        List<String> lines = new ArrayList<>(rows(head, array, x -> Double.toString(x)));
        if (!array.entries().stream().allMatch(WitnessText::isExactInDecimal)) {
            lines.addAll(rows("exactly ", array, Double::toHexString));
        }
        return lines;
    }

    /** Whether the decimal that is printed is the number itself, and not merely the shortest that leads back to it. */
    private static boolean isExactInDecimal(double x) {
        return !Double.isFinite(x) || new BigDecimal(x).compareTo(new BigDecimal(Double.toString(x))) == 0;
    }

    private static List<String> rows(String head, Array<Double> array, Function<Double, String> word) {
        List<String> words = array.entries().stream().map(word).toList();
        int width = words.stream().mapToInt(String::length).max().orElse(0);
        int columns = array.shape().isEmpty() ? 1 : array.shape().getLast();
        int fitting = (WIDTH - INDENT.length() - head.length() + 2) / (width + 2);
        int perLine = Math.max(1, Math.min(columns, fitting));
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < words.size(); row += columns) {
            for (int from = row; from < row + columns; from += perLine) {
                String start = lines.isEmpty() ? head : " ".repeat(head.length());
                lines.add(IntStream.range(from, Math.min(from + perLine, row + columns))
                        .mapToObj(i -> " ".repeat(width - words.get(i).length()) + words.get(i))
                        .collect(Collectors.joining("  ", INDENT + start, "")));
            }
        }
        return lines;
    }

    /** Words in lines of at most {@link #WIDTH} columns, the first after a head. */
    private static List<String> wrapped(String head, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT + head);
        String indent = " ".repeat(line.length());
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
