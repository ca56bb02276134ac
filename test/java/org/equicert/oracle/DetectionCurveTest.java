package org.equicert.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Ball;
import org.equicert.number.Doubles;
import org.equicert.number.Undecided;
import org.equicert.report.Svg;
import org.junit.jupiter.api.Test;

/**
 * The detection curve: an error of 2⁻ᵗ, relative to the largest entry, is planted there in right answers to every quantity
 * of every function; the figure shows which share of them gets which verdict.
 *
 * <p>{@code ./mvnw test -Dtest=DetectionCurveTest -Dequicert.detection=spec/guide} writes {@code detection.csv} and
 * {@code detection.svg} anew.
 */
class DetectionCurveTest {
    private static final List<Precision> PRECISIONS =
            List.of(Precision.F64, Precision.F32, Precision.F16, Precision.BF16);
    private static final List<Verdict> VERDICTS =
            List.of(Verdict.REFUTED, Verdict.INACCURATE, Verdict.UNDECIDED, Verdict.CONSISTENT);
    private static final int MOST_BITS = 52;

    /** How many answers got which verdict, by t. */
    private record Curve(Precision precision, List<Map<Verdict, Integer>> counts) {
        double share(int t, Verdict verdict) {
            int all =
                    counts.get(t).values().stream().mapToInt(Integer::intValue).sum();
            return (double) counts.get(t).getOrDefault(verdict, 0) / all;
        }
    }

    private static Curve curve(Precision precision) {
        List<Map<Verdict, Integer>> counts = new ArrayList<>();
        for (int t = 0; t <= MOST_BITS; t++) {
            counts.add(new EnumMap<>(Verdict.class));
        }
        for (Definition f : Functions.all()) {
            for (Quantity quantity : Quantity.values()) {
                Question question = question(f, quantity, precision);
                try {
                    Truth truth = new Truth(f, question);
                    Array<Double> right = Quantities.of(new Narrow(precision), f, question, question.inputs());
                    if (truth.within(0).entries().stream().allMatch(Ball::containsZero)) {
                        continue; // nothing to spoil: a second derivative of what is linear, or a residue of rounding
                    }
                    for (int t = 0; t <= MOST_BITS; t++) {
                        Judgement judgement = TruthJudge.judge(truth, precision, planted(right, Math.scalb(1.0, -t)));
                        counts.get(t).merge(judgement.verdict(), 1, Integer::sum);
                    }
                } catch (Undecided e) {
                    counts.forEach(count -> count.merge(Verdict.UNDECIDED, 1, Integer::sum));
                }
            }
        }
        return new Curve(precision, counts);
    }

    private static Question question(Definition f, Quantity quantity, Precision precision) {
        SplittableRandom random = new SplittableRandom(1);
        Point drawn = f.points().at(2, random);
        var in = drawn.arguments().map(precision::round);
        Array<Double> value = f.value(new Doubles(), in, drawn.parameters());
        return new Question(
                "q",
                f.name(),
                drawn.parameters(),
                quantity,
                Optional.empty(),
                precision,
                in,
                f.wrt(),
                Optional.of(value.map(y -> (1 + random.nextInt(16)) / 8.0)),
                Optional.of(Array.build(List.of(in.flatten(f.wrt()).size()), a -> (1 + random.nextInt(16)) / 8.0)));
    }

    private static Array<Double> planted(Array<Double> right, double error) {
        int largest = 0;
        for (int i = 1; i < right.size(); i++) {
            if (Math.abs(right.get(i)) > Math.abs(right.get(largest))) {
                largest = i;
            }
        }
        int hit = largest;
        return Array.build(right.shape(), i -> i == hit ? right.get(i) * (1 + error) : right.get(i));
    }

    @Test
    void whatIsLargeIsFoundAndWhatIsSmallIsNoFault() throws IOException {
        List<Curve> curves = PRECISIONS.stream().map(DetectionCurveTest::curve).toList();
        for (Curve curve : curves) {
            assertEquals(0, curve.share(0, Verdict.CONSISTENT), "an error as large as the answer passes nowhere");
            assertEquals(0, curve.share(MOST_BITS, Verdict.REFUTED), "an error below one rounding is no fault");
        }
        assertTrue(curves.getFirst().share(10, Verdict.REFUTED) > 0.9, "f32 inside an f64 answer leaves three digits");
        assertTrue(curves.getFirst().share(30, Verdict.INACCURATE) > 0.9, "as if computed in f32");
        String folder = System.getProperty("equicert.detection");
        if (folder != null) {
            Files.writeString(Path.of(folder, "detection.csv"), csv(curves));
            Files.writeString(Path.of(folder, "detection.svg"), svg(curves));
        }
    }

    private static String csv(List<Curve> curves) {
        StringBuilder csv = new StringBuilder("precision,t,refuted,inaccurate,undecided,consistent\n");
        for (Curve curve : curves) {
            for (int t = 0; t <= MOST_BITS; t++) {
                csv.append(curve.precision.word()).append(',').append(t);
                for (Verdict verdict : VERDICTS) {
                    csv.append(String.format(Locale.ROOT, ",%.4f", curve.share(t, verdict)));
                }
                csv.append('\n');
            }
        }
        return csv.toString();
    }

    private static final Map<Verdict, String> COLOURS = Map.of(
            Verdict.REFUTED, "#b2182b",
            Verdict.INACCURATE, "#f4a582",
            Verdict.UNDECIDED, "#d9d9d9",
            Verdict.CONSISTENT, "#4393c3");
    private static final int WIDTH = 208;
    private static final int HEIGHT = 180;
    private static final int TOP = 70;
    private static final int LEFT = 60;
    private static final int STEP = WIDTH + 72;

    /** One panel for each precision: stacked shares over t. */
    private static String svg(List<Curve> curves) {
        StringBuilder svg =
                new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="Detection curve">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="12" y="26" font-size="17" font-weight="600">How often an error of 2⁻ᵗ, planted in the \
                largest entry of a right answer, gets which verdict</text>
                """, LEFT + curves.size() * STEP - 48, TOP + HEIGHT + 84));
        for (int panel = 0; panel < curves.size(); panel++) {
            svg.append(panel(curves.get(panel), LEFT + panel * STEP));
        }
        int x = LEFT;
        for (Verdict verdict : VERDICTS) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
                    x,
                    TOP + HEIGHT + 56,
                    COLOURS.get(verdict),
                    x + 17,
                    TOP + HEIGHT + 66,
                    verdict.word()));
            x += 110;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String panel(Curve curve, int left) {
        StringBuilder panel =
                new StringBuilder(Svg.text(left, TOP - 10, curve.precision.word(), "font-weight=\"600\""));
        double[] below = new double[MOST_BITS + 1];
        for (Verdict verdict : VERDICTS.reversed()) {
            double[] above = new double[MOST_BITS + 1];
            StringBuilder path = new StringBuilder();
            for (int t = 0; t <= MOST_BITS; t++) {
                above[t] = below[t] + curve.share(t, verdict);
                path.append(point(left, t, above[t]));
            }
            for (int t = MOST_BITS; t >= 0; t--) {
                path.append(point(left, t, below[t]));
            }
            panel.append(String.format(
                    Locale.ROOT,
                    "<polygon points=\"%s\" fill=\"%s\"/>%n",
                    path.toString().strip(),
                    COLOURS.get(verdict)));
            below = Arrays.copyOf(above, above.length);
        }
        for (int t = 0; t <= MOST_BITS; t += 10) {
            double x = left + (double) t / MOST_BITS * WIDTH;
            panel.append(Svg.text((int) x, TOP + HEIGHT + 16, Integer.toString(t), "text-anchor=\"middle\""));
        }
        for (int share = 0; share <= 100; share += 25) {
            panel.append(
                    Svg.text(left - 6, TOP + HEIGHT - share * HEIGHT / 100 + 4, share + " %", "text-anchor=\"end\""));
        }
        return panel.append(Svg.text(left + WIDTH / 2, TOP + HEIGHT + 36, "t", "text-anchor=\"middle\""))
                .append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#333333\"/>%n",
                        left,
                        TOP,
                        WIDTH,
                        HEIGHT))
                .toString();
    }

    private static String point(int left, int t, double share) {
        return String.format(
                Locale.ROOT, "%.1f,%.1f ", left + (double) t / MOST_BITS * WIDTH, TOP + HEIGHT - share * HEIGHT);
    }
}
