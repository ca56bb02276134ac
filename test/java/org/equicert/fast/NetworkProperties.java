package org.equicert.fast;

import static org.equicert.fast.Draws.doubles;
import static org.equicert.fast.Draws.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.equicert.fast.Differential.Sweep;

/** The networks against their derivatives in closed form: relu's exactly, tanh's within what rounding explains. */
class NetworkProperties implements OnMachines {
    /** f = W₂·σ(W₁·x + b₁) + b₂, with θ = (W₁, b₁, W₂, b₂); the relu network leaves out b₁ and b₂. */
    @Property(tries = 50)
    void reluDerivativesEqualTheClosedForm(
            @ForAll("widths") int d, @ForAll("widths") int h, @ForAll("outputs") int m, @ForAll long seed) {
        double[] w1 = doubles(integers(seed, h * d));
        double[] w2 = doubles(integers(seed + 1, m * h));
        double[] x = doubles(integers(seed + 2, d));
        double[] c = doubles(integers(seed + 3, m));
        Model model = Networks.relu(List.of(h, d), List.of(m, h), List.of(d));
        Closed closed = Closed.of(false, w1, new double[h], w2, new double[m], x, c);
        double[] gradient = closed.without(closed.gradient);
        double[] hessian = closed.withoutTwice(closed.hessian);
        double[] v = doubles(integers(seed + 4, gradient.length));
        for (Machine<?> machine : machines()) {
            Differential<?> at = at(machine, model, List.of(0, 1), w1, w2, x);
            assertArrayEquals(closed.value, at.value());
            assertEqualNumbers(gradient, at.vjp(c));
            for (Sweep outer : Sweep.values()) {
                assertEqualNumbers(gradient, at.gradient(outer, c));
                for (Sweep inner : Sweep.values()) {
                    assertEqualNumbers(hessian, at.hessian(outer, inner, c));
                    assertEqualNumbers(times(hessian, v), at.hvp(outer, inner, c, v));
                }
            }
        }
    }

    @Property(tries = 50)
    void tanhDerivativesAreWithinRoundingOfTheClosedForm(
            @ForAll("widths") int d, @ForAll("widths") int h, @ForAll("outputs") int m, @ForAll long seed) {
        double[] w1 = quarters(seed, h * d);
        double[] b1 = quarters(seed + 1, h);
        double[] w2 = quarters(seed + 2, m * h);
        double[] b2 = quarters(seed + 3, m);
        double[] x = quarters(seed + 4, d);
        double[] c = quarters(seed + 5, m);
        Model model = Networks.tanh(List.of(h, d), List.of(h), List.of(m, h), List.of(m), List.of(d));
        Closed closed = Closed.of(true, w1, b1, w2, b2, x, c);
        double[] v = quarters(seed + 6, closed.gradient.length);
        double[] product = times(closed.hessian, v);
        for (Machine<?> machine : machines()) {
            // every entry is a sum of at most d·h·m + p products of at most six factors, each of size at most d + 1
            double unit = unit(machine);
            double bound = 8.0 * (d + 1) * (d + 1) * (h + 1) * (m + 1) * (d + h + m + 16) * unit;
            Differential<?> at = at(machine, model, List.of(0, 1, 2, 3), w1, b1, w2, b2, x);
            assertArrayEquals(closed.value, at.value(), bound);
            assertArrayEquals(closed.gradient, at.vjp(c), bound);
            for (Sweep outer : Sweep.values()) {
                assertArrayEquals(closed.gradient, at.gradient(outer, c), bound);
                for (Sweep inner : Sweep.values()) {
                    assertArrayEquals(closed.hessian, at.hessian(outer, inner, c), bound);
                    assertArrayEquals(product, at.hvp(outer, inner, c, v), v.length * bound);
                }
            }
            assertTrue(bound < 0.25, "the bound says something");
        }
    }

    /** Value, gradient and Hessian of ⟨c, f⟩ written out, entry by entry. */
    private record Closed(int d, int h, int m, double[] value, double[] gradient, double[] hessian) {
        static Closed of(boolean smooth, double[] w1, double[] b1, double[] w2, double[] b2, double[] x, double[] c) {
            int d = x.length;
            int h = b1.length;
            int m = b2.length;
            int atB1 = h * d;
            int atW2 = atB1 + h;
            int atB2 = atW2 + m * h;
            int p = atB2 + m;
            double[] value = b2.clone();
            double[] gradient = new double[p];
            double[] hessian = new double[p * p];
            System.arraycopy(c, 0, gradient, atB2, m);
            for (int i = 0; i < h; i++) {
                double z = b1[i];
                for (int j = 0; j < d; j++) {
                    z += w1[i * d + j] * x[j];
                }
                double y = smooth ? Math.tanh(z) : Math.max(z, 0);
                double slope = smooth ? 1 - y * y : z > 0 ? 1 : 0;
                double bend = smooth ? -2 * y * slope : 0;
                double back = 0;
                for (int o = 0; o < m; o++) {
                    value[o] += w2[o * h + i] * y;
                    back += c[o] * w2[o * h + i];
                    gradient[atW2 + o * h + i] = c[o] * y;
                }
                for (int j = 0; j <= d; j++) {
                    double dz = j < d ? x[j] : 1;
                    int one = j < d ? i * d + j : atB1 + i;
                    gradient[one] = back * slope * dz;
                    for (int o = 0; o < m; o++) {
                        int two = atW2 + o * h + i;
                        hessian[one * p + two] = c[o] * slope * dz;
                        hessian[two * p + one] = c[o] * slope * dz;
                    }
                    for (int l = 0; l <= d; l++) {
                        int two = l < d ? i * d + l : atB1 + i;
                        hessian[one * p + two] = back * bend * dz * (l < d ? x[l] : 1);
                    }
                }
            }
            return new Closed(d, h, m, value, gradient, hessian);
        }

        /** The entries of W₁ and W₂ among those of θ. */
        private int[] weights() {
            return IntStream.concat(IntStream.range(0, h * d), IntStream.range(h * d + h, h * d + h + m * h))
                    .toArray();
        }

        double[] without(double... all) {
            return Arrays.stream(weights()).mapToDouble(i -> all[i]).toArray();
        }

        double[] withoutTwice(double... all) {
            return Arrays.stream(weights())
                    .boxed()
                    .flatMapToDouble(i -> Arrays.stream(weights()).mapToDouble(j -> all[i * gradient.length + j]))
                    .toArray();
        }
    }

    private static double[] times(double[] hessian, double... v) {
        double[] product = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i] += hessian[i * v.length + j] * v[j];
            }
        }
        return product;
    }

    /** Equal as numbers: zeros of either sign are one. */
    private static void assertEqualNumbers(double[] expected, double... actual) {
        assertArrayEquals(expected, actual, 0.0);
    }

    /** Half the distance from 1 to the next number of the machine's format. */
    private static <V> double unit(Machine<V> machine) {
        return machine.entries(machine.of(1 + 0x1p-52))[0] == 1 ? 0x1p-24 : 0x1p-53;
    }

    private static double[] quarters(long seed, int n) {
        double[] x = doubles(integers(seed, n));
        Arrays.setAll(x, i -> x[i] / 4);
        return x;
    }

    private static <V> Differential<V> at(Machine<V> machine, Model model, List<Integer> wrt, double[]... inputs) {
        return new Differential<>(
                machine, model, Arrays.stream(inputs).map(machine::of).toList(), wrt);
    }

    @Provide
    Arbitrary<Integer> widths() {
        return Arbitraries.of(1, 2, 3, 5, 8, 9);
    }

    @Provide
    Arbitrary<Integer> outputs() {
        return Arbitraries.of(1, 2, 3);
    }
}
