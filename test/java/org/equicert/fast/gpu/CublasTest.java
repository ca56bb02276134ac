package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.simd.DoubleMachine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which contractions are cuBLAS's, that they are asked of it rightly, and what is said where it fails. It is a fake. */
class CublasTest {
    @SuppressWarnings("NullAway.Init")
    private FakeCuda driver;

    @BeforeEach
    void aDriver() {
        driver = FakeCuda.here();
    }

    private Context open() {
        return driver.cuda().found().getFirst().open();
    }

    /** Of integers, so that every order of summation gives the same. */
    private static double[] drawn(int n, long seed) {
        return new SplittableRandom(seed).ints(n, -8, 9).asDoubleStream().toArray();
    }

    private void assertRight(Context context, Contraction f) {
        double[] a = drawn(f.a(), 1);
        double[] b = drawn(f.b(), 2);
        for (Format format : Format.values()) {
            try (DeviceMachine machine = context.machine(format)) {
                assertArrayEquals(
                        new DoubleMachine().contract(f, a, b),
                        machine.entries(machine.contract(f, machine.of(a), machine.of(b))),
                        f.toString());
            }
        }
    }

    static Stream<Contraction> plain() {
        return Stream.of(
                        Contraction.product(17, 33, 20),
                        Contraction.composition(1, 18, 21, 16),
                        Contraction.composition(19, 16, 1, 23),
                        // a batch with an operand of its own for each product
                        new Contraction(
                                3 * 16 * 16,
                                3 * 16 * 17,
                                3 * 16 * 17,
                                List.of(
                                        new Axis(3, 256, 272, 272),
                                        new Axis(16, 16, 0, 17),
                                        new Axis(17, 0, 1, 1),
                                        new Axis(16, 1, 17, 0))),
                        // a part of C is written only, and adds to zeros
                        new Contraction(
                                256,
                                256,
                                400,
                                List.of(new Axis(16, 16, 0, 20), new Axis(16, 0, 1, 1), new Axis(16, 1, 16, 0))),
                        // two values of an axis meet in C, launch by launch
                        new Contraction(
                                3 * 256,
                                3 * 256,
                                16 * 18,
                                List.of(
                                        new Axis(3, 256, 256, 1),
                                        new Axis(16, 16, 0, 18),
                                        new Axis(16, 0, 1, 1),
                                        new Axis(16, 1, 16, 0))))
                .flatMap(f -> Stream.of(f, f.exchanged()));
    }

    @ParameterizedTest
    @MethodSource
    void plain(Contraction f) {
        try (Context context = open()) {
            boolean one = LoopNest.of(f).rows().size() == 1
                    && LoopNest.of(f).columns().size() == 1;
            assertRight(context, f);
            assertEquals(one, driver.blas.products > 0, f.toString());
        }
        assertTrue(driver.isClean());
    }

    static Stream<Contraction> adjoints() {
        return Stream.of(Contraction.product(17, 33, 20), Contraction.composition(1, 18, 21, 16))
                .flatMap(f -> Stream.of(f.adjointFirst(), f.adjointSecond()));
    }

    @ParameterizedTest
    @MethodSource
    void adjoints(Contraction f) {
        try (Context context = open()) {
            assertRight(context, f);
            assertEquals(2, driver.blas.products);
        }
    }

    static Stream<Contraction> others() {
        return Stream.of(
                Contraction.product(15, 33, 20),
                Contraction.inner(1000),
                Contraction.elementwise(300),
                // rows or columns of two axes
                Contraction.product(17, 33, 20).stackedFirst(3),
                Contraction.product(17, 33, 20).stackedSecond(2),
                Contraction.composition(3, 18, 21, 16),
                // batches of two axes
                new Contraction(
                        4 * 256,
                        4 * 256,
                        4 * 256,
                        List.of(
                                new Axis(2, 512, 512, 512),
                                new Axis(2, 256, 256, 256),
                                new Axis(16, 16, 0, 16),
                                new Axis(16, 0, 1, 1),
                                new Axis(16, 1, 16, 0))),
                // windows that overlap, as in a convolution
                new Contraction(
                        40,
                        20 * 16,
                        20 * 20,
                        List.of(new Axis(20, 1, 0, 20), new Axis(20, 0, 16, 1), new Axis(16, 1, 1, 0))),
                // no unit stride
                new Contraction(
                        512,
                        256,
                        256,
                        List.of(new Axis(16, 32, 0, 16), new Axis(16, 0, 1, 1), new Axis(16, 2, 16, 0))));
    }

    @ParameterizedTest
    @MethodSource
    void others(Contraction f) {
        try (Context context = open()) {
            assertRight(context, f);
            assertEquals(0, driver.blas.products, "it stays with the kernels");
        }
    }

    @Test
    void whereItIsAbsentTheKernelsCompute() {
        driver.hasBlas = false;
        try (Context context = open()) {
            assertTrue(context.toString().endsWith("CUDA 13.1, without cuBLAS"), context.toString());
            assertRight(context, Contraction.product(17, 33, 20));
        }
    }

    @Test
    void itsVersionIsTold() {
        try (Context context = open()) {
            assertTrue(context.toString().endsWith("CUDA 13.1, cuBLAS 12.4"), context.toString());
        }
    }

    @Test
    void whereItFailsToBeginTheKernelsComputeAndItIsTold() {
        for (String function : List.of("cublasCreate_v2", "cublasSetStream_v2")) {
            driver.faults.clear();
            driver.faults.put(function, 3);
            try (Context context = open()) {
                assertTrue(
                        context.toString().endsWith("without cuBLAS: cuBLAS fails: " + function + " reports error 3"),
                        context.toString());
                assertRight(context, Contraction.product(17, 33, 20));
            }
            assertTrue(driver.isClean());
        }
    }

    @Test
    void aProductThatFailsIsSaid() {
        driver.faults.put("cublasDgemmStridedBatched", 13);
        try (Context context = open();
                DeviceMachine machine = context.machine(Format.F64)) {
            DeviceArray x = machine.of(new double[400]);
            assertEquals(
                    "cuBLAS fails: cublasDgemmStridedBatched reports error 13",
                    assertThrows(DeviceException.class, () -> machine.contract(Contraction.product(20, 20, 20), x, x))
                            .getMessage());
        }
    }
}
