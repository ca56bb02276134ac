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

                An oracle that finds nothing wrong may be blind. So faults are put into right implementations, and each has to be found.
                `./mvnw -Pfaults test` makes all %1$d of them, of %2$d classes and in %3$d functions, lets the judges rule on what they answer, and writes this page. A seeded sample is among the ordinary tests.

                Slips in a rule of differentiation are put into the calculus that runs the catalogue's definitions in floating point, forward by jets and in reverse by tapes, for second order one over the other. Other faults are put into its answers, or into the vector machine of the built-in core.
                Each faulty implementation is asked what `certify` asks, in f64 and f32, at %4$d points of a function and at %5$d for the core; functions that are sums and products are asked on a lattice of integers besides.

                A fault has an *effect* if an answer differs from the right implementation's by more than the roundings of both explain. That is decided by counting roundings and comparing answers, and by no judge. Many have none at the points asked: a tail that no row has, a branch that nobody takes, a curvature that is 0 anyway.
                A judge *kills* a fault if it accuses a wrong answer. Right answers that it accuses are wrong blame: there are **%10$d**.

                %6$s
                The judges kill **%9$s** of the faults with effect; the truth judge alone kills %8$s.

                *Identity* counts where T.Thm1, symmetry, agreement of the modes and their kin accuse the wrong answer: which of several answers is the wrong one, they learn from the truth judge. *Identity, no reference* counts where they show that something is wrong and no answer is held against the truth: **%7$s** of the faults with effect.
                Only how far rounding reaches, which is no answer, is taken from the definition there.

                Faults *beside K* are put where the identities of T.Thm1 cannot see them, in every function that has such a place: δ is orthogonal to the characteristic directions of all its known equivariances. The truth has to find them.
                Some are seen nevertheless: a wrong gradient is itself a term of the identity for the Hessian, and where a right Hessian is 0 without any rounding, the last bit of δ·K shows.

                ## Accused, but of inaccuracy rather than error

                These differ from the truth by no more than f32 inside f64 does at these points. For lost precision that is what they are. Another error can hide there only where the function's own roundings are many, so that f32 leaves it few digits.

                %11$s

                ## Survivors

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
