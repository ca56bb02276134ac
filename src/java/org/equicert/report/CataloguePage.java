package org.equicert.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.equivariance.Equivariance;
import org.equicert.equivariance.Equivariances;
import org.equicert.equivariance.Symmetries;
import org.equicert.equivariance.Symmetry;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.oracle.Coverage;

/** The catalogue as a page: for each function its equivariances, its discrete symmetries, and the rank of K of p. */
public final class CataloguePage {
    private static final int SIZE = 3;
    private static final long SEED = 1;

    private CataloguePage() {}

    /** The page in Markdown. Each rank is proven from below, at one drawn point of size 3. */
    public static String of(List<Definition> functions) {
        List<Row> rows = functions.stream().map(Row::of).toList();
        long known = rows.stream().filter(row -> row.coverage.directions() > 0).count();
        long full = rows.stream()
                .filter(row -> row.coverage.directions() == row.coverage.of())
                .count();
        return """
                # The catalogue

                `./equicert functions --page spec/guide/functions.md` writes this page.

                %d functions. Of %d an equivariance is known, and of %d those known have full rank: a gradient that satisfies them all at such a point is right if the value is.
                Functions without are judged by truth, and by the identities that need none: ∇²L is symmetric, the modes agree, hvp and jvp fit the Hessian and the vjp.

                *K* is the rank of the characteristic directions of all equivariances of a function together (T.Def2), *p* the number of differentiated entries, both at one drawn point of size %d; the rank is proven from below, by elimination over balls.
                An equivariance is written φ -> ψ: what becomes of the arguments, and what of the value. *Symmetries* are discrete; points on their fixed sets are asked, where T.Thm2 holds.

                | function | equivariances | symmetries | K of p |
                |---|---|---|---|
                %s
                """.formatted(
                rows.size(), known, full, SIZE, rows.stream().map(Row::markdown).collect(Collectors.joining("\n")));
    }

    private record Row(Definition f, Coverage coverage) {
        static Row of(Definition f) {
            Point point = f.point(SIZE, new SplittableRandom(SEED), x -> x);
            return new Row(f, Coverage.known(f, point));
        }

        String markdown() {
            return "| `%s`<br>%s | %s | %s | %d of %d |"
                    .formatted(
                            f.name(),
                            cell(f.text()),
                            listed(Equivariances.of(f).stream().map(Row::line)),
                            listed(Symmetries.of(f).stream().map(Symmetry::name)),
                            coverage.directions(),
                            coverage.of());
        }

        private static String line(Equivariance equivariance) {
            return equivariance.name() + ": " + equivariance.text();
        }

        private static String listed(Stream<String> lines) {
            List<String> cells = new ArrayList<>(lines.map(Row::cell).toList());
            return cells.isEmpty() ? "none" : String.join("<br>", cells);
        }

        private static String cell(String text) {
            return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
        }
    }
}
