package org.equicert.fast;

import static org.equicert.fast.Draws.doubles;
import static org.equicert.fast.Draws.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;

/** Sums and maps do at every entry, in vectors and in what is left over, what is said of one entry. */
class MachineProperties {
    @Property(tries = 200)
    void sumsAndMultiplesOfIntegersAreExact(@ForAll("lengths") int n, @ForAll long seed) {
        for (Machine<?> machine : Draws.machines()) {
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
        assertArrayEquals(new double[x.length], machine.entries(machine.filled(a, 0)));
        assertThrows(ShapeException.class, () -> machine.add(a, machine.of(new double[x.length + 1])));
    }

    @Property(tries = 200)
    void mapsAreWhatTheyAreOfEveryEntry(@ForAll("lengths") int n, @ForAll long seed) {
        double[] x = Arrays.stream(doubles(integers(seed, n))).map(e -> e / 4).toArray();
        for (Machine<?> machine : Draws.machines()) {
            mapped(machine, Elementwise.RELU, e -> e > 0 ? e : 0, x);
            mapped(machine, Elementwise.STEP, e -> e > 0 ? 1 : 0, x);
            mapped(machine, Elementwise.ONE_MINUS_SQUARE, e -> 1 - e * e, x);
        }
        mapped(new DoubleMachine(), Elementwise.TANH, Math::tanh, x);
        mapped(new FloatMachine(), Elementwise.TANH, e -> (float) Math.tanh(e), x);
    }

    private static <V> void mapped(Machine<V> machine, Elementwise g, DoubleUnaryOperator definition, double... x) {
        assertArrayEquals(
                Arrays.stream(x).map(definition).toArray(), machine.entries(machine.map(g, machine.of(x))), g.name());
    }

    /** A term that is lost in float, and not in double: each machine computes in its own format. */
    @Example
    void eachMachineRoundsToItsOwnFormat() {
        assertEquals(1 + 0x1p-30, rounded(new DoubleMachine()));
        assertEquals(1, rounded(new FloatMachine()));
    }

    private static <V> double rounded(Machine<V> machine) {
        V one = machine.of(1, 0x1p-30);
        return machine.entries(machine.contract(Contraction.inner(2), one, machine.of(1, 1)))[0];
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Draws.dimensions();
    }
}
