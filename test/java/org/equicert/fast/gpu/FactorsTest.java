package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.equicert.fast.Contraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A product in tf32 or bf16 is that of f32 with factors that were rounded before, bit for bit, in each kernel. */
class FactorsTest {
    private static List<Device> devices() {
        try {
            Device openCl = OpenCl.devices().getFirst();
            return List.of(openCl, FakeCuda.gpu(openCl));
        } catch (DeviceException none) {
            return abort("not run: " + none.getMessage());
        }
    }

    private static int bits(Format format) {
        return format == Format.TF32 ? 11 : 8;
    }

    /** The nearest number of so many bits, ties to even. */
    private static double rounded(double x, int bits) {
        if (x == 0) {
            return x;
        }
        int unit = Math.getExponent(x) - (bits - 1);
        return Math.scalb(Math.rint(Math.scalb(x, -unit)), unit);
    }

    private static double[] rounded(double[] x, int bits) {
        return Arrays.stream(x).map(entry -> rounded(entry, bits)).toArray();
    }

    /** Floats of many sizes; every fourth lies halfway between two numbers of so many bits. */
    private static double[] drawn(int n, int bits, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            float entry = (float) Math.scalb(random.nextDouble() - 0.5, random.nextInt(-20, 20));
            x[i] = i % 4 > 0 ? entry : rounded(entry, bits) + Math.scalb(1.0, Math.getExponent(entry) - bits);
        }
        return x;
    }

    private static double[] product(Context context, Format format, Contraction f, double[] a, double... b) {
        try (DeviceMachine machine = context.machine(format)) {
            return machine.entries(machine.contract(f, machine.of(a), machine.of(b)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TF32", "BF16"})
    void factorsAreRoundedAndNothingElse(Format format) {
        List<Contraction> each =
                List.of(Contraction.product(3, 4, 5), Contraction.inner(1000), Contraction.product(20, 33, 70));
        assertEquals(
                List.of("entries", "sums", "product"),
                each.stream().map(f -> LoopNest.of(f).kernel()).toList());
        for (Device device : devices()) {
            try (Context context = device.open()) {
                for (Contraction f : each) {
                    double[] a = drawn(f.a(), bits(format), 1);
                    double[] b = drawn(f.b(), bits(format), 2);
                    double[] expected =
                            product(context, Format.F32, f, rounded(a, bits(format)), rounded(b, bits(format)));
                    assertArrayEquals(expected, product(context, format, f, a, b));
                    assertFalse(Arrays.equals(expected, product(context, Format.F32, f, a, b)));
                }
            }
        }
    }

    /** A number that is none may have all its bits set, and must not be carried into a number. */
    @ParameterizedTest
    @EnumSource(names = {"TF32", "BF16"})
    void whatIsNoNumberOrTooLargeStaysSo(Format format) {
        Contraction one = Contraction.elementwise(5);
        double allSet = Double.longBitsToDouble(Long.MAX_VALUE);
        double[] x = {Double.NaN, allSet, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Float.MAX_VALUE};
        double infinity = Double.POSITIVE_INFINITY;
        for (Device device : devices()) {
            try (Context context = device.open()) {
                assertArrayEquals(
                        new double[] {Double.NaN, Double.NaN, infinity, -infinity, infinity},
                        product(context, format, one, x, 1, 1, 1, 1, 1));
            }
        }
    }
}
