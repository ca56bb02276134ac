package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.equicert.fast.Contraction;
import org.equicert.fast.ShapeException;
import org.junit.jupiter.api.Test;

/** What is absent or too large is said in one sentence, before work begins. */
class DeviceTest {
    @Test
    void anAbsentLibraryIsNamedWithWhatToDo() {
        assertEquals(
                "there is no OpenCL library (libnone.so.1, none.dll): " + DeviceException.REMEDY,
                assertThrows(DeviceException.class, () -> OpenCl.load(List.of("libnone.so.1", "none.dll")))
                        .getMessage());
    }

    @Test
    void aLibraryThatIsNoneOfOpenClIsNamed() {
        String path = System.getProperty("java.home") + "/lib/" + System.mapLibraryName("zip");
        var refused = assertThrows(DeviceException.class, () -> OpenCl.load(List.of(path)));
        assertTrue(String.valueOf(refused.getMessage())
                .startsWith("the OpenCL library is none of version 1.2: it has no cl"));
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
        List<Device> devices = List.of();
        String reason = "OpenCL finds no device";
        try {
            devices = Device.found();
        } catch (DeviceException absent) {
            reason = String.valueOf(absent.getMessage());
        }
        assumeTrue(!devices.isEmpty(), "not run: " + reason);
        return devices.getFirst();
    }
}
