package org.equicert.bench.race;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.equicert.bench.Benchmark;
import org.equicert.bench.Case;
import org.equicert.bench.race.Contestant.Absent;
import org.equicert.fast.Contraction;
import org.equicert.fast.Differential.Sweep;
import org.equicert.fast.gpu.Context;
import org.equicert.fast.gpu.Device;
import org.equicert.fast.gpu.DeviceArray;
import org.equicert.fast.gpu.DeviceException;
import org.equicert.fast.gpu.DeviceMachine;
import org.equicert.fast.gpu.Format;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;
import org.jspecify.annotations.Nullable;

/** The core on a device, the first GPU or whatever there is: by our own kernels or by cuBLAS, beside the core on the CPU. */
final class Devices {
    /** Beyond it a device that is the CPU takes minutes. */
    private static final int LARGEST_OF_A_CPU = 1024;

    /** Results stay on the device until a machine is closed: so many bytes of them at the most. */
    private static final long ROOM = 1L << 28;

    private static @Nullable Context context;

    private Devices() {}

    /** Whether a case needs a device: looking for one takes a while. */
    static boolean takesPartIn(Case at) {
        return at.benchmark() == Benchmark.DEVICE_PRODUCT || at.benchmark() == Benchmark.DEVICE_HESSIAN;
    }

    static Optional<String> described() {
        try {
            return Optional.of(chosen().described());
        } catch (Absent none) {
            return Optional.empty();
        }
    }

    private static Device chosen() throws Absent {
        try {
            List<Device> found = Device.found(note -> {});
            return found.stream().filter(Device::isGpu).findFirst().orElse(found.getFirst());
        } catch (DeviceException none) {
            throw new Absent(String.valueOf(none.getMessage()));
        }
    }

    /** Opened once: all cases share it. */
    private static Context opened() throws Absent {
        Context known = context;
        if (known == null) {
            try {
                known = chosen().open();
            } catch (DeviceException failing) {
                throw new Absent(String.valueOf(failing.getMessage()));
            }
            context = known;
        }
        return known;
    }

    static Field of(Case at, Peers python) {
        return at.benchmark() == Benchmark.DEVICE_PRODUCT ? products(at) : hessians(at, python);
    }

    private static Field products(Case at) {
        int n = at.size();
        double work = 2.0 * n * n * n;
        Format format = Format.valueOf(at.variant().toUpperCase(Locale.ROOT));
        Contraction product = Contraction.product(n, n, n);
        double[] a = Numbers.whole(n * n, 0);
        double[] b = Numbers.whole(n * n, 1);
        int most = (int) Math.max(1, ROOM / (8L * n * n));
        Function<DeviceMachine, Task> task = machine -> {
            DeviceArray x = machine.of(a);
            DeviceArray y = machine.of(b);
            return () -> machine.contract(product, x, y);
        };
        return new Field()
                .with("kernels", () -> {
                    small(n);
                    return new OnDevice("kernels", work, opened(), format, false, most, task);
                })
                .with("cuBLAS", () -> {
                    Context context = opened();
                    if (context.library().isEmpty()) {
                        throw new Absent("the device is not reached through CUDA, or cuBLAS is not there");
                    }
                    if (format == Format.TF32 || format == Format.BF16) {
                        throw new Absent("factors that are rounded first are our kernels' alone");
                    }
                    return new OnDevice("cuBLAS", work, context, format, true, most, task);
                })
                .with("core", () -> {
                    small(n);
                    return format == Format.F64 ? core(work, product, a, b) : floats(work, product, a, b);
                });
    }

    private static Contestant core(double work, Contraction product, double[] a, double... b) {
        DoubleMachine machine = new DoubleMachine(2);
        return new InProcess<>("core", work, () -> machine.contract(product, a, b), Contestant.Checksum::of);
    }

    private static Contestant floats(double work, Contraction product, double[] a, double... b) {
        FloatMachine machine = new FloatMachine(2);
        float[] x = machine.of(a);
        float[] y = machine.of(b);
        return new InProcess<>("core", work, () -> machine.contract(product, x, y), Contestant.Checksum::of);
    }

    private static void small(int n) throws Absent {
        if (n > LARGEST_OF_A_CPU && !chosen().isGpu()) {
            throw new Absent("the device is the CPU, which takes minutes above " + LARGEST_OF_A_CPU);
        }
    }

    private static Field hessians(Case at, Peers python) {
        int width = NetworkDerivatives.width(at);
        Function<DeviceMachine, Task> task =
                machine -> () -> NetworkDerivatives.at(machine, width).hessian(Sweep.FORWARD, Sweep.REVERSE, 1);
        Field field = new Field()
                .with("device", () -> {
                    small(at.size());
                    return new OnDevice("device", 1, opened(), Format.F64, true, 1, task);
                })
                .with("core", () -> {
                    var core = NetworkDerivatives.at(new DoubleMachine(2), width);
                    return new InProcess<>(
                            "core", 1, () -> core.hessian(Sweep.FORWARD, Sweep.REVERSE, 1), Contestant.Checksum::of);
                });
        return python.with(field, NetworkDerivatives.task("hessian", width).put("device", "gpu"), 1, 1);
    }

    /** What a machine does, again and again. */
    private interface Task {
        Object run();
    }

    /** @param most how often a machine does it before it is closed */
    private record OnDevice(
            String name,
            double work,
            Context context,
            Format format,
            boolean usesLibrary,
            int most,
            Function<DeviceMachine, Task> task)
            implements Contestant {
        @Override
        public double seconds(int calls) throws Absent {
            double seconds = 0;
            for (int left = calls; left > 0; left -= most) {
                seconds += seconds(Math.min(left, most), it -> {});
            }
            return seconds;
        }

        @Override
        public Checksum result() throws Absent {
            Checksum[] result = new Checksum[1];
            seconds(1, it -> result[0] = Checksum.of(it));
            return result[0];
        }

        private double seconds(int calls, Consumer<double[]> told) throws Absent {
            try (DeviceMachine machine = context.machine(format, usesLibrary)) {
                Task prepared = task.apply(machine);
                finish(machine);
                Object last = "";
                long start = System.nanoTime();
                for (int i = 0; i < calls; i++) {
                    last = prepared.run();
                }
                finish(machine);
                double seconds = (System.nanoTime() - start) * 1e-9;
                told.accept(last instanceof DeviceArray array ? machine.entries(array) : (double[]) last);
                return seconds;
            } catch (DeviceException failing) {
                throw new Absent(String.valueOf(failing.getMessage()));
            }
        }

        /** Reading waits for all that was asked for. */
        private static void finish(DeviceMachine machine) {
            machine.entries(machine.of(0));
        }
    }
}
