package org.equicert.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Parameters;
import org.equicert.function.Point;
import org.equicert.number.Doubles;
import org.equicert.number.PrimeField;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;
import org.junit.jupiter.api.Test;

/** On the lattice every order of operations gives the same, in every precision: there logic judges, and nothing else. */
class LatticeProperties {
    /** A question at integers whose largest is drawn, on the lattice or not. */
    private static Question question(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Definition> compositions =
                Functions.all().stream().filter(f -> f.needs().isEmpty()).toList();
        Definition f = compositions.get(random.nextInt(compositions.size()));
        Point point = f.points().at(1 + random.nextInt(3), random);
        int largest = 1 << random.nextInt(13);
        Arguments<Double> in = point.arguments().map(x -> integer(largest, random));
        Array<Double> value = f.value(new Doubles(), in, point.parameters());
        return new Question(
                "q",
                f.name(),
                point.parameters(),
                Quantity.values()[random.nextInt(Quantity.values().length)],
                Optional.empty(),
                Precision.values()[random.nextInt(Precision.values().length)],
                in,
                f.wrt(),
                Optional.of(value.map(y -> integer(Math.min(largest, 8), random))),
                Optional.of(Array.build(List.of(in.flatten(f.wrt()).size()), a -> integer(largest, random))));
    }

    private static double integer(int largest, SplittableRandom random) {
        return random.nextInt(-largest, largest + 1);
    }

    @Property(tries = 1000)
    void T_Lem1_2_anyOrderInThePrecisionIsExact(@ForAll long seed) {
        Question q = question(seed);
        Definition f = Functions.find(q.function()).orElseThrow();
        Lattice.of(q).ifPresent(lattice -> {
            AnyOrder narrow = new AnyOrder(q.precision(), seed);
            for (Array<Double> output :
                    List.of(Quantities.of(narrow, f, q, q.inputs()), Quantities.inReverse(narrow, f, q, q.inputs()))) {
                assertEquals(
                        Verdict.EXACT,
                        LatticeJudge.judge(q, output).orElseThrow().verdict(),
                        () -> q + " answered " + output);
            }
        });
    }

    @Property(tries = 500)
    void T_Lem1_5_referenceRationalsAndPrimeFieldAgree(@ForAll long seed) {
        Question q = question(seed);
        Definition f = Functions.find(q.function()).orElseThrow();
        Lattice.of(q).ifPresent(lattice -> {
            Rationals rationals = new Rationals();
            List<Rational> exact = Quantities.of(rationals, f, q, q.inputs().map(rationals::of))
                    .entries();
            PrimeField field = PrimeField.LARGE;
            List<Long> modulo =
                    Quantities.of(field, f, q, q.inputs().map(field::of)).entries();
            long[] reference = lattice.answer();
            for (int i = 0; i < reference.length; i++) {
                assertEquals(Rational.of(reference[i]), exact.get(i));
                assertEquals(field.of(reference[i]), modulo.get(i));
            }
        });
    }

    @Property(tries = 300)
    void oneUnitInOneEntryIsRefuted(@ForAll long seed) {
        Question q = question(seed);
        Lattice.of(q).ifPresent(lattice -> {
            long[] right = lattice.answer();
            right[new Random(seed).nextInt(right.length)]++;
            Array<Double> wrong = Array.build(List.of(right.length), i -> (double) right[i]);
            assertEquals(
                    Verdict.REFUTED, LatticeJudge.judge(q, wrong).orElseThrow().verdict());
        });
    }

    private static Question dot(Precision precision, double factor, int terms) {
        return new Question(
                "q",
                "matmul",
                Parameters.NONE,
                Quantity.VALUE,
                Optional.empty(),
                precision,
                Arguments.of("x1", Array.matrix(1, terms, (i, j) -> factor))
                        .with("x2", Array.matrix(terms, 1, (i, j) -> 1.0)),
                List.of("x1", "x2"),
                Optional.empty(),
                Optional.empty());
    }

    /** A factor of 12 bits and a sum of 12 are different things in tf32. */
    @Test
    void factorsAndSumsAreCountedApart() {
        assertEquals(true, Lattice.holds(dot(Precision.TF32, 2048, 8192)));
        assertFalse(Lattice.holds(dot(Precision.TF32, 2049, 1)));
        assertEquals(true, Lattice.holds(dot(Precision.F32, 2049, 1)));
        assertFalse(Lattice.holds(dot(Precision.F32, 2048, 8193)));
        assertEquals(true, Lattice.holds(dot(Precision.BF16, 1, 256)));
        assertFalse(Lattice.holds(dot(Precision.BF16, 1, 257)));
        assertEquals(true, Lattice.holds(dot(Precision.F64, 1L << 40, 1 << 13)));
    }
}
