package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.equicert.fast.Contraction;
import org.equicert.fast.Elementwise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the CUDA route says where the driver fails, and that it gives back what it took. The driver is a fake. */
class CudaTest {
    @SuppressWarnings("NullAway.Init")
    private FakeCuda driver;

    @BeforeEach
    void aDriver() {
        driver = FakeCuda.here();
    }

    private Device gpu() {
        return driver.cuda().found().getFirst();
    }

    @Test
    void aGpuIsNamedWithItsDriver() {
        assertEquals("CUDA 13.1", gpu().driver());
        assertTrue(gpu().name().startsWith("Fake over "), gpu().name());
        assertTrue(gpu().isGpu());
    }

    @Test
    void anAbsentDriverIsNamed() {
        assertRefused(
                "there is no CUDA driver (libnone.so.1, none.dll)",
                () -> Cuda.devices(List.of("libnone.so.1", "none.dll")));
    }

    @Test
    void aDriverWithoutAFunctionIsTooOld() {
        SymbolLookup symbols = driver.symbols();
        String lacking = "cuDevicePrimaryCtxRelease_v2";
        assertRefused(
                "the CUDA driver is too old: it has no " + lacking,
                () -> new Cuda(name -> name.equals(lacking) ? Optional.empty() : symbols.find(name), Optional::empty));
    }

    @Test
    void aDriverWithoutAGpuIsNoFailure() {
        driver.faults.put("cuInit", FakeCuda.NO_DEVICE);
        assertEquals(
                "CUDA finds no device",
                assertThrows(DeviceException.Absent.class, () -> driver.cuda().found())
                        .getMessage());
    }

    @Test
    void aDriverThatDoesNotBeginSaysWhy() {
        driver.faults.put("cuInit", 803);
        assertRefused("the device fails: cuInit reports error 803, unknown error", this::gpu);
    }

    @Test
    void aGpuThatIsTooOldIsNamed() {
        driver.capability = 61;
        assertRefused(
                "CUDA finds no device of compute capability 7.5 or more, but " + fakesName() + ", of capability 6.1",
                this::gpu);
    }

    private static String fakesName() {
        return "Fake over " + OpenCl.devices().getFirst().name();
    }

    @Test
    void aGpuThatDoesNotOpenSaysWhy() {
        driver.faults.put("cuDevicePrimaryCtxRetain", FakeCuda.OUT_OF_MEMORY);
        assertRefused("the device fails: cuDevicePrimaryCtxRetain reports error 2, out of memory", () -> gpu().open());
        driver.faults.clear();
        driver.faults.put("cuStreamCreate", FakeCuda.OUT_OF_MEMORY);
        assertRefused("the device fails: cuStreamCreate reports error 2, out of memory", () -> gpu().open());
        assertTrue(driver.isClean());
    }

    @ParameterizedTest
    @EnumSource
    void kernelsThatTheDriverRefusesAreSaidWithTheFirstLineOfItsLog(Format format) {
        driver.faults.put("cuModuleLoadDataEx", FakeCuda.INVALID_PTX);
        driver.log = "ptxas fatal: Unsupported .version\nmore";
        try (Context context = gpu().open()) {
            assertRefused(
                    fakesName() + " does not compile the kernels (error 218, a PTX JIT compilation failed):"
                            + " ptxas fatal: Unsupported .version",
                    () -> context.machine(format));
        }
        assertTrue(driver.isClean());
    }

    @Test
    void memoryThatDoesNotSufficeIsSaid() {
        try (Context context = gpu().open();
                DeviceMachine machine = context.machine(Format.F32)) {
            driver.faults.put("cuMemAlloc_v2", FakeCuda.OUT_OF_MEMORY);
            assertRefused("the device fails: cuMemAlloc_v2 reports error 2, out of memory", () -> machine.of(1));
        }
        assertTrue(driver.isClean());
    }

    @Test
    void aLaunchThatFailsIsSaidAtOnceOrWhereItIsWaitedFor() {
        try (Context context = gpu().open()) {
            try (DeviceMachine machine = context.machine(Format.F64)) {
                DeviceArray x = machine.of(1, 2);
                driver.faults.put("cuLaunchKernel", FakeCuda.LAUNCH_FAILED);
                assertRefused(
                        "the device fails: cuLaunchKernel reports error 719, unspecified launch failure",
                        () -> machine.add(x, x));
                driver.faults.clear();
                DeviceArray y = machine.add(x, x);
                driver.faults.put("cuStreamSynchronize", FakeCuda.ILLEGAL_ADDRESS);
                assertRefused(
                        "the device fails: cuStreamSynchronize reports error 700,"
                                + " an illegal memory access was encountered",
                        () -> machine.entries(y));
                driver.faults.clear();
                assertArrayEquals(new double[] {2, 4}, machine.entries(y));
            }
        }
        assertTrue(driver.isClean());
    }

    @ParameterizedTest
    @EnumSource
    void otherThreadsUseAndCloseWhatOneOpened(Format format) throws InterruptedException, ExecutionException {
        Context context = gpu().open();
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            for (int i = 1; i <= 4; i++) {
                double factor = i;
                assertArrayEquals(
                        new double[] {3 * factor, -factor},
                        others.submit(() -> scaled(context, format, factor, 3, -1))
                                .get());
            }
            assertFalse(driver.isClean());
            others.submit(context::close).get();
        }
        assertTrue(driver.isClean());
    }

    private static double[] scaled(Context context, Format format, double factor, double... x) {
        try (DeviceMachine machine = context.machine(format)) {
            return machine.entries(machine.scale(factor, machine.of(x)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoContextsOfOneGpuAreOpenAtOnce(Format format) {
        Device gpu = gpu();
        try (Context first = gpu.open();
                Context second = gpu.open();
                DeviceMachine one = first.machine(format);
                DeviceMachine other = second.machine(format)) {
            Contraction inner = Contraction.inner(2);
            assertArrayEquals(new double[] {11}, one.entries(one.contract(inner, one.of(1, 2), one.of(3, 4))));
            assertArrayEquals(new double[] {2, 0}, other.entries(other.map(Elementwise.RELU, other.of(2, -2))));
        }
        assertTrue(driver.isClean());
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(DeviceException.class, call).getMessage());
    }
}
