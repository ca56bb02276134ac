package org.equicert.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.equicert.campaign.Finding;
import org.equicert.campaign.Result;
import org.equicert.candidate.Description;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.oracle.Discrepancy;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Verdict;

/** A finding as a bug report in Markdown, for people who have never heard of Equicert. */
public final class IssueText {
    private IssueText() {}

    /**
     * The whole text.
     *
     * @param reproduction a program that shows it, or in one sentence why there is none; Markdown
     * @param statements the folder of the statements' pages
     */
    public static String of(Report report, Finding finding, String reproduction, Path statements) {
        Description candidate = report.run().candidate();
        Question question = finding.witness().exchange().question();
        StringBuilder text = new StringBuilder("# " + title(report, finding) + "\n\n");
        text.append(sentence(report, finding)).append("\n\n");
        text.append("| | |\n|---|---|\n");
        line(text, "library", candidate.name() + " " + candidate.version());
        line(
                text,
                "judged by",
                "Equicert " + report.versions().equicert() + ", catalogue "
                        + report.versions().catalogue());
        line(
                text,
                "found by",
                "`equicert certify " + candidate.name() + " --function " + finding.function() + " --seed "
                        + report.run().seed() + "`");
        text.append("\n## Expected and actual\n\n```\n");
        WitnessText.lines(finding.rows()).stream()
                .skip(1)
                .forEach(l -> text.append(l).append('\n'));
        text.append("```\n\n").append(meaning(question)).append("\n\n");
        text.append("## Reproduction\n\n").append(reproduction.strip()).append("\n\n");
        text.append("## Why it is wrong\n\n").append(why(finding, statements));
        return text.toString().stripTrailing() + "\n";
    }

    /** {@code linalg.det: wrong Hessian, fwd-over-fwd, rev-over-fwd}. */
    private static String title(Report report, Finding finding) {
        String modes = FindingText.modes(report.run(), finding);
        return finding.function() + ": wrong " + quantity(finding.quantity()) + (modes.isEmpty() ? "" : ", " + modes);
    }

    private static String sentence(Report report, Finding finding) {
        Discrepancy d = finding.witness().discrepancy();
        String text = Functions.find(finding.function()).map(Definition::text).orElse("");
        List<Mode> right = report.run().results().stream()
                .filter(r -> r.function().equals(finding.function())
                        && r.quantity() == finding.quantity()
                        && r.judge() == Judge.TRUTH
                        && r.verdict() == Verdict.CONSISTENT)
                .flatMap(r -> r.mode().stream())
                .filter(mode -> !finding.modes().contains(mode))
                .distinct()
                .sorted()
                .toList();
        return "The " + quantity(finding.quantity()) + " of `" + finding.function() + "`"
                + (text.isEmpty() ? "" : " (" + text + ")")
                + (finding.modes().isEmpty() ? "" : ", taken " + words(finding.modes()) + ",")
                + (finding.rows().getFirst().judge() == Judge.IDENTITY
                        ? " contradicts what any right one satisfies: " + d.where() + "."
                        : " is wrong: at " + d.where() + " " + d.actual() + " comes out where " + d.expected()
                                + " is right.")
                + (right.isEmpty() ? "" : " Taken " + words(right) + " it is right.");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("| ").append(name).append(" | ").append(cell(value)).append(" |\n");
    }

    /** Others' words in a cell of a table. */
    static String cell(String words) {
        return words.replaceAll("[|\\p{Cntrl}]", " ");
    }

    /** What the letters of the question stand for. */
    private static String meaning(Question question) {
        String theta = "θ is the entries of " + String.join(", ", question.wrt()) + ", one after the other";
        return "What was asked is "
                + switch (question.quantity()) {
                    case VALUE -> "the value.";
                    case GRADIENT -> "∇⟨c, f⟩(θ): " + theta + ", c the cotangent.";
                    case JVP -> "∇f(θ)[v]: " + theta + ", v the tangent.";
                    case VJP -> "c ∘ ∇f(θ): " + theta + ", c the cotangent.";
                    case HVP -> "∇²⟨c, f⟩(θ)[v]: " + theta + ", c the cotangent and v the tangent.";
                    case HESSIAN -> "∇²⟨c, f⟩(θ): " + theta + ", c the cotangent.";
                };
    }

    private static String why(Finding finding, Path statements) {
        StringBuilder text = new StringBuilder();
        for (Judge judge : finding.judges()) {
            Result row = finding.rows().stream()
                    .filter(r -> r.judge() == judge)
                    .findFirst()
                    .orElseThrow();
            text.append(
                    switch (judge) {
                        case TRUTH ->
                            "By truth: the right answer was enclosed with interval arithmetic of as many bits as it takes. "
                                    + rounding(row);
                        case LATTICE ->
                            "By exact arithmetic: the function is sums and products, and on these integers nothing"
                                    + " rounds, in whatever order it is computed.\n\n";
                        case IDENTITY ->
                            "By identity, which needs no right answer to compare with: "
                                    + row.reason().replaceFirst(" does not hold.*", "") + " does not hold.\n\n"
                                    + identity(finding, row, statements);
                    });
        }
        return text.toString();
    }

    private static String rounding(Result row) {
        return Double.isFinite(row.eta()) && Double.isFinite(row.budget())
                ? String.format(
                        Locale.ROOT,
                        "Rounding explains a backward error of %.0f ulps in %s, and would have to be at least %.3g ulps to"
                                + " explain this answer.\n\n",
                        row.budget(),
                        row.precision().word(),
                        row.eta())
                : "\n\n";
    }

    private static String identity(Finding finding, Result row, Path statements) {
        String where = row.witness().orElseThrow().discrepancy().where();
        Optional<IdentityText> identity = IdentityText.of(statements, finding.function(), where);
        return identity.map(i -> "**" + i.title() + ".** " + i.text() + "\n").orElse("");
    }

    static String quantity(Quantity quantity) {
        return switch (quantity) {
            case VALUE -> "value";
            case GRADIENT -> "gradient";
            case JVP -> "Jacobian-vector product";
            case VJP -> "vector-Jacobian product";
            case HVP -> "Hessian-vector product";
            case HESSIAN -> "Hessian";
        };
    }

    private static String words(List<Mode> modes) {
        return modes.stream().map(Mode::word).collect(Collectors.joining(", "));
    }
}
