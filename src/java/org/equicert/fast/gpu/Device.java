package org.equicert.fast.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A device that a driver found.
 *
 * @param name the maker's
 * @param driver what it is reached through, and which version
 * @param memory bytes in all
 * @param largest bytes that one array may have
 * @param isGpu whether it is a graphics processor
 * @param hasF64 whether it computes in double
 * @param opening what opens it
 */
public record Device(
        String name,
        String driver,
        long memory,
        long largest,
        boolean isGpu,
        boolean hasF64,
        Function<Device, Context> opening) {
    /** What to do where no device is found. */
    private static final String REMEDY =
            "install the driver of your GPU, or PoCL, which makes a device of the CPU (Debian: pocl-opencl-icd)";

    /**
     * All devices, CUDA's first, in the order in which their drivers name them. One that two drivers name is there twice.
     *
     * @param failing is told, in a sentence, of what is there and fails, while others do not
     * @throws DeviceException if there is none
     */
    public static List<Device> found(Consumer<String> failing) {
        return found(List.of(Cuda::devices, OpenCl::devices), failing);
    }

    /** Those of these drivers, each of which finds one or throws a DeviceException. */
    static List<Device> found(List<Supplier<List<Device>>> drivers, Consumer<String> failing) {
        List<Device> found = new ArrayList<>();
        List<DeviceException> reasons = new ArrayList<>();
        for (Supplier<List<Device>> driver : drivers) {
            try {
                found.addAll(driver.get());
            } catch (DeviceException reason) {
                reasons.add(reason);
            }
        }
        if (found.isEmpty()) {
            throw new DeviceException(
                    reasons.stream().map(DeviceException::getMessage).collect(Collectors.joining(", and ")) + ": "
                            + REMEDY);
        }
        reasons.stream()
                .filter(reason -> !(reason instanceof DeviceException.Absent))
                .forEach(reason -> failing.accept(String.valueOf(reason.getMessage())));
        return found;
    }

    /** Its name and its driver's. */
    public String described() {
        return name + ", " + driver;
    }

    /** Whether it computes in a format. */
    public boolean has(Format format) {
        return format != Format.F64 || hasF64;
    }

    /**
     * Makes it ready to compute.
     *
     * @throws DeviceException if it fails
     */
    public Context open() {
        return opening.apply(this);
    }
}
