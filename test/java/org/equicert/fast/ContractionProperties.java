package org.equicert.fast;

import static org.equicert.fast.Draws.doubles;
import static org.equicert.fast.Draws.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;
import org.junit.jupiter.api.function.Executable;

/**
 * Products and compositions of small integers are exact, in every precision: bit for bit what the verified reference
 * gives of a composition, and the definition of a product.
 */
class ContractionProperties implements OnMachines {
    @Property(tries = 600)
    void T_Lem1_2_compositionEqualsTheVerifiedReference(
            @ForAll("compositions") Bilinear.Composition f, @ForAll long seed) {
        assertExact(f, f.model(), seed);
    }

    @Property(tries = 300)
    void productEqualsTheDefinition(@ForAll("products") Bilinear.Product f, @ForAll long seed) {
        assertExact(f, f.model(), seed);
    }

    /** Whatever the array held. */
    @Property(tries = 200)
    void T_Lem1_2_resultsWrittenOverAnArrayAreThoseOfANewOne(
            @ForAll("compositions") Bilinear.Composition f,
            @ForAll @IntRange(min = 1, max = 3) int threads,
            @ForAll long seed) {
        Contraction map = Contraction.composition(Shapes.size(f.s()), f.n(), Shapes.size(f.t()), Shapes.size(f.u()));
        double[] a = doubles(integers(seed, map.a()));
        double[] b = doubles(integers(seed + 1, map.b()));
        double[] c = new double[map.c()];
        Arrays.fill(c, Double.NaN);
        DoubleMachine doubles = new DoubleMachine(threads);
        doubles.contract(map, a, b, c);
        assertArrayEquals(doubles.contract(map, a, b), c);
        FloatMachine floats = new FloatMachine(threads);
        float[] x = floats.of(a);
        float[] y = floats.of(b);
        float[] z = new float[map.c()];
        Arrays.fill(z, Float.NaN);
        floats.contract(map, x, y, z);
        assertArrayEquals(floats.contract(map, x, y), z);
    }

    @Example
    void operandsOfOtherLengthsAreRefused() {
        Contraction f = Contraction.product(2, 2, 2);
        for (Machine<?> machine : machines()) {
            assertRefused(() -> contracted(machine, f, new long[4], new long[5]));
            assertRefused(() -> written(machine, f, new double[4], new double[5]));
        }
        double[] four = new double[4];
        assertRefused(() -> new DoubleMachine().contract(f, four, new double[5], new double[4]));
        assertRefused(() -> new FloatMachine().contract(f, new float[4], new float[5], new float[4]));
    }

    private static void assertRefused(Executable contraction) {
        assertEquals(
                "operands of 4 and 4 entries are needed, not of 4 and 5",
                assertThrows(ShapeException.class, contraction).getMessage());
    }

    private static <V> void written(Machine<V> machine, Contraction f, double[] a, double... b) {
        machine.write(f, machine.of(a), machine.of(b), 2, new double[9], 0, 2);
    }

    @Example
    void anArrayThatCannotTakeTheResultIsRefused() {
        double[] a = {1, 2, 3, 4};
        DoubleMachine machine = new DoubleMachine();
        Contraction f = Contraction.product(2, 2, 2);
        assertEquals(
                "the result has 4 entries, the array for it 3",
                assertThrows(ShapeException.class, () -> machine.contract(f, a, a, new double[3]))
                        .getMessage());
        assertEquals(
                "the array for the result of 4 entries is an operand, which has to stay as it is until it is read",
                assertThrows(ShapeException.class, () -> machine.contract(f, a.clone(), a, a))
                        .getMessage());
    }

    @Property(tries = 12)
    void productEqualsTheDefinitionWhereBlocksEnd(@ForAll("blocks") Bilinear.Product f, @ForAll long seed) {
        assertExact(f, f.model(), seed);
    }

    @Property(tries = 40)
    void productEqualsTheDefinitionWhereTermsAreMany(@ForAll("longSums") Bilinear.Product f, @ForAll long seed) {
        assertExact(f, f.model(), seed);
    }

    /** Enough work that it is shared out, rows or columns, to threads of which some get one more than others. */
    @Property(tries = 5)
    void productOnSeveralThreadsEqualsTheDefinition(@ForAll("large") Bilinear.Product f, @ForAll long seed) {
        assertExact(f, f.model(), seed);
    }

    /** Several products at once whose entries alternate, and whose first operand may lie transposed: nothing is contiguous. */
    @Property(tries = 12)
    void contractionEqualsTheDefinitionWhateverTheStrides(
            @ForAll("blocks") Bilinear.Product f,
            @ForAll @IntRange(min = 1, max = 3) int copies,
            @ForAll boolean transposed,
            @ForAll long seed) {
        int z = copies;
        int row = transposed ? z : f.k() * z;
        int sum = transposed ? f.n() * z : z;
        Contraction g = new Contraction(
                f.sizeA() * z,
                f.sizeB() * z,
                f.sizeC() * z,
                List.of(
                        new Contraction.Axis(f.n(), row, 0, f.m() * z),
                        new Contraction.Axis(f.k(), sum, f.m() * z, 0),
                        new Contraction.Axis(f.m(), 0, z, z),
                        new Contraction.Axis(z, 1, 1, 1)));
        long[] a = integers(seed, g.a());
        long[] b = integers(seed + 1, g.b());
        long[] c = new long[g.c()];
        f.forEach((i, j, o) -> {
            int at = (i / f.k()) * row + (i % f.k()) * sum;
            for (int copy = 0; copy < z; copy++) {
                c[o * z + copy] += a[at + copy] * b[j * z + copy];
            }
        });
        assertExact(g, c, a, b);
    }

    /** C[i + j] = Σ A[i, k]·B[j, k], as in the adjoint of a convolution of several channels: rows and columns overlap in C. */
    @Property(tries = 100)
    void contractionEqualsTheDefinitionWhereEntriesAreMetAgain(
            @ForAll("dimensions") int n, @ForAll("dimensions") int k, @ForAll("dimensions") int w, @ForAll long seed) {
        Contraction f = new Contraction(
                n * k,
                w * k,
                n + w - 1,
                List.of(
                        new Contraction.Axis(n, k, 0, 1),
                        new Contraction.Axis(w, 0, k, 1),
                        new Contraction.Axis(k, 1, 1, 0)));
        long[] a = integers(seed, f.a());
        long[] b = integers(seed + 1, f.b());
        long[] c = new long[f.c()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < w; j++) {
                for (int x = 0; x < k; x++) {
                    c[i + j] += a[i * k + x] * b[j * k + x];
                }
            }
        }
        assertExact(f, c, a, b);
    }

    @Property(tries = 100)
    void elementwiseProductEqualsTheDefinition(@ForAll("dimensions") int n, @ForAll long seed) {
        long[] a = integers(seed, n);
        long[] b = integers(seed + 1, n);
        long[] c = new long[n];
        Arrays.setAll(c, i -> a[i] * b[i]);
        assertExact(Contraction.elementwise(n), c, a, b);
    }

    private void assertExact(Contraction f, long[] c, long[] a, long... b) {
        for (Machine<?> machine : machines()) {
            assertArrayEquals(doubles(c), contracted(machine, f, a, b), machine.toString());
        }
    }

    private static <V> double[] contracted(Machine<V> machine, Contraction f, long[] a, long... b) {
        return machine.entries(machine.contract(f, machine.of(doubles(a)), machine.of(doubles(b))));
    }

    /** Along unit vectors of A, of which some may be none: C[o, d] = Σ B[j] over the terms in which A's entry is the d-th. */
    @Property(tries = 200)
    void T_Lem1_3_compositionOfUnitVectorsEqualsTheDefinition(
            @ForAll("smallCompositions") Bilinear.Composition f,
            @ForAll @IntRange(min = -2, max = 4) int first,
            @ForAll @IntRange(min = 1, max = 3) int slices,
            @ForAll boolean more,
            @ForAll long seed) {
        Contraction map = Contraction.composition(Shapes.size(f.s()), f.n(), Shapes.size(f.t()), Shapes.size(f.u()));
        int slice = map.slice();
        Assume.that(slice > 0);
        int unit = first * slice;
        int n = slices * slice;
        int stack = n + (more ? slice - 1 : 0);
        Contraction g = map.ofUnits(stack);
        long[] which = new long[g.a()];
        for (int i = 0; i < slices; i++) {
            if (first + i >= 0 && first + i < g.a() / slices) {
                which[(first + i) * slices + i] = 1;
            }
        }
        long[] b = integers(seed, map.b());
        long[] c = new long[map.c() * stack];
        f.forEach((i, j, o) -> {
            if (i >= unit && i < unit + n) {
                c[o * stack + i - unit] += b[j];
            }
        });
        assertExact(g, c, which, b);
    }

    @Property(tries = 100)
    void operandsMayBeOneArrayAndAreNotChanged(@ForAll("dimensions") int n, @ForAll long seed) {
        Bilinear.Product product = new Bilinear.Product(n, n, n);
        Bilinear.Composition composition = new Bilinear.Composition(List.of(), n, List.of(n), List.of(n));
        long[] a = integers(seed, n * n);
        for (Machine<?> machine : machines()) {
            aliased(machine, product.model(), product.value(a, a), a);
            aliased(machine, composition.model(), composition.value(a, a), a);
        }
    }

    private static <V> void aliased(Machine<V> machine, Model model, long[] exact, long... a) {
        V x = machine.of(doubles(a));
        assertArrayEquals(
                doubles(exact),
                new Differential<>(machine, model, List.of(x, x), List.of()).value(),
                machine.toString());
        assertArrayEquals(doubles(a), machine.entries(x));
    }

    private void assertExact(Bilinear f, Model model, long seed) {
        long[] a = integers(seed, f.sizeA());
        long[] b = integers(seed + 1, f.sizeB());
        for (Machine<?> machine : machines()) {
            assertArrayEquals(doubles(f.value(a, b)), value(machine, model, a, b), machine.toString());
        }
    }

    private static <V> double[] value(Machine<V> machine, Model model, long[] a, long... b) {
        List<V> inputs = List.of(machine.of(doubles(a)), machine.of(doubles(b)));
        return new Differential<>(machine, model, inputs, List.of()).value();
    }

    @Provide
    Arbitrary<Bilinear.Composition> compositions() {
        return Draws.compositions(100_000);
    }

    @Provide
    Arbitrary<Bilinear.Composition> smallCompositions() {
        return Draws.compositions(500);
    }

    @Provide
    Arbitrary<Bilinear.Product> products() {
        return Draws.products(64_000);
    }

    @Provide
    Arbitrary<Integer> dimensions() {
        return Draws.dimensions();
    }

    @Provide
    Arbitrary<Bilinear.Product> longSums() {
        return Combinators.combine(
                        Arbitraries.of(1, 2, 5), Arbitraries.of(255, 256, 257, 1000, 4099), Arbitraries.of(1, 3))
                .as(Bilinear.Product::new);
    }

    @Provide
    Arbitrary<Bilinear.Product> large() {
        return Arbitraries.of(
                new Bilinear.Product(311, 313, 317),
                new Bilinear.Product(1000, 97, 331),
                new Bilinear.Product(37, 1000, 997),
                new Bilinear.Product(997, 911, 41),
                new Bilinear.Product(4, 2801, 2803));
    }

    @Provide
    Arbitrary<Bilinear.Product> blocks() {
        return Combinators.combine(
                        Arbitraries.of(5, 95, 96, 97, 193),
                        Arbitraries.of(4, 191, 192, 193, 385),
                        Arbitraries.of(7, 119, 121, 479, 480, 481, 961))
                .as(Bilinear.Product::new);
    }
}
