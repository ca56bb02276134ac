package org.equicert.fast;

import static org.equicert.fast.Draws.doubles;
import static org.equicert.fast.Draws.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.equicert.fast.Differential.Sweep;
import org.equicert.fast.simd.DoubleMachine;

/**
 * Systems whose factors hold small numbers are solved without rounding; so they are held against what they solve, exactly,
 * and those of permutations of powers of two in their derivatives too. General matrices are judged by the oracle, as any
 * candidate's.
 */
class SolveProperties implements OnMachines {
    @Property(tries = 100)
    void solutionsSolveTheSystem(
            @ForAll("systems") int n,
            @ForAll("sizes") int m,
            @ForAll("stacks") int k,
            @ForAll boolean transposed,
            @ForAll long seed) {
        Solve f = new Solve(n, m, transposed);
        double[] y = doubles(integers(seed, k * n * m));
        for (Machine<?> machine : machines()) {
            assertArrayEquals(y, solved(machine, f, k, factored(n, seed), y), 0.0, machine.toString());
        }
    }

    private static <V> double[] solved(Machine<V> machine, Solve f, int k, double[] a, double... y) {
        V right = machine.contract(f.applied(k), machine.of(a), machine.of(y));
        return machine.entries(machine.solve(f, machine.of(a), right));
    }

    /** d(a⁻¹b) = a⁻¹(db − da·a⁻¹b), and its adjoint, in every mode. */
    @Property(tries = 60)
    void derivativesOfSolutionsAreTheClosedForm(@ForAll("sizes") int n, @ForAll("sizes") int m, @ForAll long seed) {
        double[] a = matrix(n, seed);
        double[] b = doubles(integers(seed + 1, n * m));
        double[] c = doubles(integers(seed + 2, n * m));
        double[] v = doubles(integers(seed + 3, n * n + n * m));
        DoubleMachine machine = new DoubleMachine();
        var at = new Differential<>(machine, Systems.solve(List.of(n, n), List.of(n, m)), List.of(a, b), List.of(0, 1));
        Solve f = new Solve(n, m, false);
        double[] y = machine.solve(f, a, b);
        double[] da = Arrays.copyOf(v, n * n);
        double[] db = Arrays.copyOfRange(v, n * n, v.length);
        double[] change = machine.subtract(db, machine.contract(f.applied(1), da, y));
        double[] dy = machine.solve(f, a, change);
        assertArrayEquals(dy, at.jvp(v), 0.0);
        assertEquals(dot(c, dy), dot(at.vjp(c), v), 0.0);
        double[] hv = at.hvp(Sweep.FORWARD, Sweep.REVERSE, c, v);
        for (Sweep outer : Sweep.values()) {
            for (Sweep inner : Sweep.values()) {
                assertArrayEquals(hv, at.hvp(outer, inner, c, v), 0.0);
            }
        }
        // ⟨c, y⟩'' along v is 2⟨a⁻ᵀc, −da·dy⟩
        double[] z = machine.solve(f.adjoint(), a, c);
        assertEquals(-2 * dot(z, machine.contract(f.applied(1), da, dy)), dot(hv, v), 0.0);
    }

    @Property(tries = 60)
    void logDeterminantsAreTheSumOverThePivots(@ForAll("sizes") int n, @ForAll long seed) {
        double[] a = matrix(n, seed);
        double expected = 0;
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < n; row++) {
                expected += a[row * n + column] == 0 ? 0 : Math.log(Math.abs(a[row * n + column]));
            }
        }
        assertEquals(expected, new DoubleMachine().logDeterminant(n, a)[0]);
        var at = new Differential<>(new DoubleMachine(), Systems.logDeterminant(List.of(n, n)), List.of(a), List.of(0));
        double[] gradient = new double[n * n];
        for (int o = 0; o < n * n; o++) {
            gradient[o] = a[o] == 0 ? 0 : 1 / a[o]; // the transposed inverse
        }
        assertArrayEquals(gradient, at.vjp(1), 0.0);
        assertArrayEquals(gradient, at.gradient(Sweep.FORWARD, 1), 0.0);
    }

    @Example
    void singularMatricesAreNamed() {
        for (Machine<?> machine : machines()) {
            assertEquals(
                    "the matrix is singular: elimination finds no pivot in column 1",
                    assertThrows(ArithmeticException.class, () -> logDeterminant(machine, 2, 1, 2, 2, 4))
                            .getMessage());
        }
        assertThrows(ShapeException.class, () -> new Solve(2, 1, false).stacked(3));
    }

    private static <V> double[] logDeterminant(Machine<V> machine, int n, double... a) {
        return machine.entries(machine.logDeterminant(n, machine.of(a)));
    }

    private static double dot(double[] x, double... y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    /**
     * P·L·U with halves and integers of at most 2 in size: below L's unit diagonal nothing is larger than ½, so pivoting finds
     * these factors again, and every partial sum is exact in f32.
     */
    private static double[] factored(int n, long seed) {
        Random random = new Random(seed);
        double[] l = new double[n * n];
        double[] u = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                l[i * n + j] = i == j ? 1 : i > j ? random.nextInt(-1, 2) / 2.0 : 0;
                u[i * n + j] = i == j ? (random.nextBoolean() ? 2 : -1) : i < j ? random.nextInt(-1, 2) : 0;
            }
        }
        double[] product = new DoubleMachine().contract(Contraction.product(n, n, n), l, u);
        List<Integer> rows = shuffled(n, random);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(product, i * n, a, rows.get(i) * n, n);
        }
        return a;
    }

    private static List<Integer> shuffled(int n, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }

    /** One power of two, of either sign, in each row and column. */
    private static double[] matrix(int n, long seed) {
        Random random = new Random(seed);
        List<Integer> columns = shuffled(n, random);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + columns.get(i)] = Math.scalb(random.nextBoolean() ? 1.0 : -1.0, random.nextInt(-2, 3));
        }
        return a;
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(1, 2, 3, 5, 8);
    }

    /** Up to more rows than a group of the device has items. */
    @Provide
    Arbitrary<Integer> systems() {
        return Arbitraries.of(1, 2, 3, 5, 8, 65);
    }

    @Provide
    Arbitrary<Integer> stacks() {
        return Arbitraries.of(1, 2, 3);
    }
}
