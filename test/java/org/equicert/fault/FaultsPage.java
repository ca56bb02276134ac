package org.equicert.fault;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.oracle.Judge;

/** The published page: the kill matrix, what it does not kill, and how to read it. Every figure in it is counted. */
final class FaultsPage {
    private FaultsPage() {}

    static String of(KillMatrix matrix) {
        long functions = matrix.trials().stream()
                .map(t -> t.fault().function())
                .distinct()
                .count();
        return """
                # Seeded faults

                An oracle that finds nothing wrong may be blind. So faults are put into right implementations, and each
                has to be found. `./mvnw -Pfaults test` makes all %1$d of them, in %2$d classes and %3$d functions, lets
                the judges rule on what they answer, and writes this page. A seeded sample is part of the ordinary tests.

                A fault is a change of class × function. Slips in a rule of differentiation are put into the calculus
                that runs the catalogue's definitions in floating point, forward by jets and in reverse by tapes, one
                over the other for second order; others into its answers, or into the vector machine of the built-in
                core. Each faulty implementation is asked what `certify` asks, at %4$d points of a function (%5$d for
                the core), in f64 and f32.

                A fault has an *effect* if an answer differs from the right implementation's by more than the roundings
                of both can explain. That is decided by counting roundings and comparing the answers, and by no judge.
                A judge *kills* a fault if it accuses a wrong answer; what it says against right answers is counted as
                wrong blame.

                %6$s
                The column *identity* counts where T.Thm1, symmetry, agreement of the modes and their kin accuse the
                wrong answer. They find which of several answers is wrong with the help of the truth judge. *Identity, no
                reference* counts where they show that something is wrong, with no answer held against the truth: only
                how far rounding reaches is taken from there. That is **%7$s** of the faults with effect. The truth judge
                kills %8$s, all judges together **%9$s**. Answers that are right were blamed in %10$d cases.

                Faults *beside K* are placed where no identity of the catalogue can see them: δ is orthogonal to the
                characteristic directions of every known equivariance of the function (theory: what an identity cannot
                see). They must be killed by the truth.

                ## What was called inaccurate rather than wrong

                %11$s

                ## What survives

                %12$s
                """.formatted(
                matrix.trials().size(),
                Kind.values().length,
                functions,
                Implementation.CALCULUS.points(),
                Implementation.CORE.points(),
                matrix.table(),
                matrix.share(Trial::contradicts),
                matrix.share(t -> t.verdicts().containsKey(Judge.TRUTH)),
                matrix.share(Trial::isKilled),
                matrix.trials().stream().mapToInt(t -> t.wronglyBlamed().size()).sum(),
                list(matrix.inaccurate().stream().map(t -> t.fault().toString())),
                list(matrix.survivors().stream()
                        .map(t -> t.fault() + " (the truth judge: " + String.join("; ", t.excuses()) + ")")));
    }

    private static String list(Stream<String> lines) {
        List<String> all = lines.toList();
        return all.isEmpty()
                ? "Nothing."
                : all.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }
}
