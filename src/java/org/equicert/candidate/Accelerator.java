package org.equicert.candidate;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equicert.fast.Machine;
import org.equicert.fast.gpu.Context;
import org.equicert.fast.gpu.Device;
import org.equicert.fast.gpu.DeviceException;
import org.equicert.fast.gpu.Format;
import org.equicert.oracle.Precision;

/**
 * A device that the built-in core can run on: a GPU, or whatever else OpenCL finds.
 *
 * @param name the maker's
 * @param driver its driver, and which version
 * @param memory bytes
 * @param precisions what it computes in
 */
public record Accelerator(String name, String driver, long memory, List<Precision> precisions) {
    /** What the core on a device is called. */
    public static final String CORE = "fast:gpu";

    /**
     * Those of this machine; their numbers count from 0.
     *
     * @throws CandidateUnusable if there is none, or a driver fails
     */
    public static List<Accelerator> found() throws CandidateUnusable {
        return devices().stream()
                .map(device -> new Accelerator(
                        device.name(),
                        device.driver(),
                        device.memory(),
                        formats(device).map(Accelerator::precision).toList()))
                .toList();
    }

    private static Stream<Format> formats(Device device) {
        return Stream.of(Format.values()).filter(device::has);
    }

    private static Precision precision(Format format) {
        return Precision.valueOf(format.name());
    }

    /**
     * The built-in core on one of them.
     *
     * @param wanted its number, or part of its name; where empty, the first GPU, or the first device if there is none
     * @throws CandidateUnusable if there is no such device, or it fails
     */
    public static Candidate core(Optional<String> wanted) throws CandidateUnusable {
        Device device = chosen(devices(), wanted);
        try {
            return core(device, device.open());
        } catch (DeviceException failing) {
            throw new CandidateUnusable(String.valueOf(failing.getMessage()));
        }
    }

    private static Candidate core(Device device, Context context) {
        Map<Precision, Supplier<Machine<?>>> machines = new EnumMap<>(Precision.class);
        try {
            formats(device).forEach(format -> {
                context.machine(format).close(); // compiles its kernels
                machines.put(precision(format), () -> context.machine(format));
            });
        } catch (DeviceException failing) {
            context.close();
            throw failing;
        }
        String version = BuiltInCandidate.VERSION + " on " + device.name() + ", " + device.driver();
        return new BuiltInCandidate(CORE, version, machines, context::close);
    }

    private static List<Device> devices() throws CandidateUnusable {
        List<Device> devices;
        try {
            devices = Device.found();
        } catch (DeviceException absent) {
            throw new CandidateUnusable(String.valueOf(absent.getMessage()));
        }
        if (devices.isEmpty()) {
            throw new CandidateUnusable("OpenCL finds no device: " + DeviceException.REMEDY);
        }
        return devices;
    }

    private static Device chosen(List<Device> devices, Optional<String> wanted) throws CandidateUnusable {
        if (wanted.isEmpty()) {
            return devices.stream().filter(Device::isGpu).findFirst().orElse(devices.getFirst());
        }
        String word = wanted.get().toLowerCase(Locale.ROOT);
        return IntStream.range(0, devices.size())
                .filter(i -> word.equals(String.valueOf(i))
                        || devices.get(i).name().toLowerCase(Locale.ROOT).contains(word))
                .mapToObj(devices::get)
                .findFirst()
                .orElseThrow(() -> new CandidateUnusable("there is no device " + wanted.get() + ". There are "
                        + IntStream.range(0, devices.size())
                                .mapToObj(i -> i + " (" + devices.get(i).name() + ")")
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
