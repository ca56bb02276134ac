package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.equicert.fast.Contraction;
import org.equicert.fast.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is absent or too large is said in one sentence, before work begins. */
class DeviceTest {
    @Test
    void whereNothingIsFoundEachDriverSaysWhyAndWhatToDoFollows() {
        assertEquals(
                "there is no OpenCL library (libnone.so.1, none.dll), and it fails: install the driver of your GPU,"
                        + " or PoCL, which makes a device of the CPU (Debian: pocl-opencl-icd)",
                refusal(() -> Device.found(List.of(DeviceTest::absent, DeviceTest::failing), failing -> {})));
    }

    @Test
    void aDriverThatFailsIsNamedWhileAnotherServes() {
        List<String> notes = new ArrayList<>();
        Device other = new Device("other", "", 1, 1, false, false, device -> {
            throw new AssertionError();
        });
        assertEquals(
                List.of(other),
                Device.found(List.of(DeviceTest::absent, DeviceTest::failing, () -> List.of(other)), notes::add));
        assertEquals(List.of("it fails"), notes);
    }

    private static List<Device> absent() {
        return OpenCl.devices(List.of("libnone.so.1", "none.dll"));
    }

    private static List<Device> failing() {
        throw new DeviceException("it fails");
    }

    private static String refusal(Executable call) {
        return String.valueOf(assertThrows(DeviceException.class, call).getMessage());
    }

    @Test
    void aLibraryThatIsNoneOfOpenClIsNamed() {
        String path = System.getProperty("java.home") + "/lib/" + System.mapLibraryName("zip");
        String refusal = refusal(() -> OpenCl.devices(List.of(path)));
        assertTrue(refusal.startsWith("the OpenCL library is none of version 1.2: it has no cl"), refusal);
    }

    @Test
    void memoryThatDoesNotSufficeIsSaidInBytes() {
        try (Context context = device().open();
                DeviceMachine machine = context.machine(Format.F32)) {
            long before = context.device().largest();
            int entries = (int) Math.min(Integer.MAX_VALUE - 8, before / Float.BYTES + 1);
            assumeTrue((long) entries * Float.BYTES > before, "not run: the device takes every array of Java's");
            Contraction huge = new Contraction(1, 1, entries, List.of());
            DeviceArray one = machine.of(1);
            assertEquals(
                    "an array of " + 4L * entries + " bytes does not fit "
                            + context.device().name() + ": of its "
                            + context.device().memory() + " bytes 8 are taken, and one array may have " + before,
                    assertThrows(ShapeException.class, () -> machine.contract(huge, one, machine.of(1)))
                            .getMessage());
        }
    }

    @Test
    void arraysEndWithTheirMachine() {
        try (Context context = device().open()) {
            DeviceMachine machine = context.machine(Format.F32);
            DeviceArray x = machine.of(1, 2, 3);
            machine.close();
            assertThrows(IllegalStateException.class, () -> machine.entries(x));
            assertThrows(IllegalStateException.class, () -> machine.of(1));
        }
    }

    private static Device device() {
        try {
            return Device.found(failing -> {}).getFirst();
        } catch (DeviceException none) {
            return abort("not run: " + none.getMessage());
        }
    }
}
