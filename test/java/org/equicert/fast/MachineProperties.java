package org.equicert.fast;

import static org.equicert.fast.Draws.doubles;
import static org.equicert.fast.Draws.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;

/** Sums and maps do at every entry, in vectors and in what is left over, what is said of one entry. */
class MachineProperties implements OnMachines {
    @Property(tries = 200)
    void sumsAndMultiplesOfIntegersAreExact(@ForAll("lengths") int n, @ForAll long seed) {
        for (Machine<?> machine : machines()) {
            sumsAndMultiples(machine, integers(seed, n), integers(seed + 1, n));
        }
    }

    private static <V> void sumsAndMultiples(Machine<V> machine, long[] x, long... y) {
        V a = machine.of(doubles(x));
        V b = machine.of(doubles(y));
        long[] sum = x.clone();
        Arrays.setAll(sum, i -> x[i] + y[i]);
        assertArrayEquals(doubles(sum), machine.entries(machine.add(a, b)));
        assertArrayEquals(Arrays.stream(doubles(x)).map(e -> -2 * e).toArray(), machine.entries(machine.scale(-2, a)));
        assertArrayEquals(entries(x.length, i -> 3), machine.entries(machine.filled(a, 3)));
        assertThrows(ShapeException.class, () -> machine.add(a, machine.of(new double[x.length + 1])));
    }

    private static double[] entries(int n, IntToDoubleFunction entry) {
        return IntStream.range(0, n).mapToDouble(entry).toArray();
    }

    @Property(tries = 200)
    void mapsAreWhatTheyAreOfEveryEntry(@ForAll("lengths") int n, @ForAll long seed) {
        double[] x = Arrays.stream(doubles(integers(seed, n))).map(e -> e / 4).toArray();
        for (Machine<?> machine : machines()) {
            mapped(machine, Elementwise.RELU, e -> e > 0 ? e : 0, x);
            mapped(machine, Elementwise.STEP, e -> e > 0 ? 1 : 0, x);
            mapped(machine, Elementwise.ABS, Math::abs, x);
            mapped(machine, Elementwise.SIGN, Math::signum, x);
            mapped(machine, Elementwise.ONE_MINUS_SQUARE, e -> 1 - e * e, x);
            mapped(machine, Elementwise.RECIPROCAL, e -> 1 / e, entries(n, i -> Math.scalb(-1.0, i % 7 - 3)));
            mapped(machine, Elementwise.SQRT, Math::sqrt, entries(n, i -> 0.25 * (i % 90) * (i % 90)));
        }
    }

    @Property(tries = 20)
    void functionsOfTheCpuAreThoseOfItsLibrary(@ForAll("lengths") int n, @ForAll long seed) {
        double[] x = Arrays.stream(doubles(integers(seed, n))).map(e -> e / 4).toArray();
        mapped(new DoubleMachine(), Elementwise.TANH, Math::tanh, x);
        mapped(new FloatMachine(), Elementwise.TANH, e -> (float) Math.tanh(e), x);
    }

    private static <V> void mapped(Machine<V> machine, Elementwise g, DoubleUnaryOperator definition, double... x) {
        assertArrayEquals(
                Arrays.stream(x).map(definition).toArray(), machine.entries(machine.map(g, machine.of(x))), g.name());
    }

    @Property(tries = 100)
    void theLargestOfEachRowIsOneOfItAndNoneIsLarger(
            @ForAll("lengths") int rows, @ForAll("rows") int n, @ForAll long seed) {
        double[] x = doubles(integers(seed, rows * n));
        double[] largest = IntStream.range(0, rows)
                .mapToDouble(i -> Arrays.stream(x, i * n, (i + 1) * n).max().orElseThrow())
                .toArray();
        for (Machine<?> machine : machines()) {
            assertArrayEquals(largest, largest(machine, rows, x));
        }
    }

    private static <V> double[] largest(Machine<V> machine, int rows, double... x) {
        return machine.entries(machine.largest(rows, machine.of(x)));
    }

    /** A term that is lost in float, and not in double: each machine computes in its own format. */
    @Example
    void eachMachineRoundsToItsOwnFormat() {
        assertEquals(
                Set.of(1 + 0x1p-30, 1.0),
                machines().stream().map(MachineProperties::rounded).collect(Collectors.toSet()));
    }

    private static <V> double rounded(Machine<V> machine) {
        V one = machine.of(1, 0x1p-30);
        return machine.entries(machine.contract(Contraction.inner(2), one, machine.of(1, 1)))[0];
    }

    @Provide
    Arbitrary<Integer> rows() {
        return Arbitraries.of(1, 2, 5, 63, 64, 65, 130, 301);
    }

    /** The tests' heap has two gibibytes. */
    @Example
    void resultsThatTheHeapHasNoRoomForAreRefused() {
        Contraction outer = Contraction.product(40_000, 1, 40_000);
        ShapeException doubles = assertThrows(
                ShapeException.class,
                () -> new DoubleMachine().contract(outer, new double[40_000], new double[40_000]));
        assertTrue(String.valueOf(doubles.getMessage())
                .contains("1600000000 entries from operands of 40000 and 40000 needs 11.92 GiB"));
        assertThrows(
                ShapeException.class, () -> new FloatMachine().contract(outer, new float[40_000], new float[40_000]));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Draws.dimensions();
    }
}
