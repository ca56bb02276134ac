package org.equicert.candidate;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
 * A device that the built-in core can run on: a GPU, or whatever else CUDA or OpenCL finds.
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
     * @param notes is told of a driver that fails while others find devices
     * @throws CandidateUnusable if there is none
     */
    public static List<Accelerator> found(Consumer<String> notes) throws CandidateUnusable {
        return devices(notes).stream()
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
     * @param wanted its number, or part of its name or driver; where empty, the first GPU, or the first device if there is
     *     none
     * @param notes is told of a driver that fails while others find devices
     * @throws CandidateUnusable if there is no such device, or it fails
     */
    public static Candidate core(Optional<String> wanted, Consumer<String> notes) throws CandidateUnusable {
        return core(chosen(devices(notes), wanted));
    }

    static Candidate core(Device device) throws CandidateUnusable {
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
        String version = BuiltInCandidate.VERSION + " on " + context;
        return new BuiltInCandidate(CORE, version, machines, context::close);
    }

    private static List<Device> devices(Consumer<String> notes) throws CandidateUnusable {
        try {
            return Device.found(notes);
        } catch (DeviceException none) {
            throw new CandidateUnusable(String.valueOf(none.getMessage()));
        }
    }

    private static Device chosen(List<Device> devices, Optional<String> wanted) throws CandidateUnusable {
        if (wanted.isEmpty()) {
            return devices.stream().filter(Device::isGpu).findFirst().orElse(devices.getFirst());
        }
        String word = wanted.get().toLowerCase(Locale.ROOT);
        Stream<Device> numbered = IntStream.range(0, devices.size())
                .filter(i -> word.equals(String.valueOf(i)))
                .mapToObj(devices::get);
        Stream<Device> named = devices.stream()
                .filter(device -> device.described().toLowerCase(Locale.ROOT).contains(word));
        return Stream.concat(numbered, named)
                .findFirst()
                .orElseThrow(() -> new CandidateUnusable("there is no device " + wanted.get() + ". There are "
                        + IntStream.range(0, devices.size())
                                .mapToObj(i -> i + " (" + devices.get(i).described() + ")")
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
