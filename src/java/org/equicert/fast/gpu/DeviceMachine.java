package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.equicert.fast.Contraction;
import org.equicert.fast.Elementwise;
import org.equicert.fast.Machine;
import org.equicert.fast.ShapeException;
import org.equicert.fast.Solve;

/**
 * Arrays in the memory of a device, in one format. Operations are queued and return at once; only {@link #entries}, and what
 * has to know whether a matrix is singular, wait. Arrays stay on the device until the machine is closed, which frees them
 * all: by the thread that opened it, and the only one that may use it.
 *
 * <p>Products and sums are rounded as IEEE 754 says, with fused multiply-adds, after a contraction's factors were rounded as
 * the format says; functions are evaluated in double where the
 * device has it, within the ulps that its maker states, and rounded.
 */
public final class DeviceMachine implements Machine<DeviceArray> {
    private final Context context;
    private final Format format;
    private final boolean usesLibrary;
    private final Arena arena = Arena.ofConfined();
    private long taken;

    DeviceMachine(Context context, Format format, boolean usesLibrary) {
        this.context = context;
        this.format = format;
        this.usesLibrary = usesLibrary;
    }

    @Override
    public DeviceArray of(double... entries) {
        DeviceArray x = array(entries.length);
        context.write(x.memory(), format.pack(arena, entries));
        return x;
    }

    @Override
    public double[] entries(DeviceArray x) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment entries = call.allocate((long) x.size() * format.bytes(), format.bytes());
            context.read(x.memory(), 0, entries);
            return format.unpack(entries);
        }
    }

    @Override
    public int size(DeviceArray x) {
        return x.size();
    }

    @Override
    public DeviceArray filled(DeviceArray x, double entry) {
        DeviceArray filled = array(x.size());
        each("fill", filled, format.number(entry));
        return filled;
    }

    @Override
    public DeviceArray contract(Contraction f, DeviceArray a, DeviceArray b) {
        f.check(a.size(), b.size());
        LoopNest nest = LoopNest.of(f);
        DeviceArray c = array(f.c());
        if (nest.adds()) {
            each("fill", c, format.number(0));
        }
        nest.forEach((atA, atB, atC) ->
                context.contract(format, usesLibrary, nest, atA, atB, atC, a.memory(), b.memory(), c.memory()));
        return c;
    }

    @Override
    public DeviceArray add(DeviceArray x, DeviceArray y) {
        if (x.size() != y.size()) {
            throw new ShapeException("arrays of " + x.size() + " and " + y.size() + " entries cannot be added");
        }
        DeviceArray sum = array(x.size());
        each("add", sum, x.memory(), y.memory());
        return sum;
    }

    @Override
    public DeviceArray scale(double factor, DeviceArray x) {
        DeviceArray scaled = array(x.size());
        each("scale", scaled, format.number(factor), x.memory());
        return scaled;
    }

    @Override
    public DeviceArray map(Elementwise g, DeviceArray x) {
        DeviceArray y = array(x.size());
        each("map_" + g.name(), y, x.memory());
        return y;
    }

    @Override
    public DeviceArray largest(int rows, DeviceArray x) {
        DeviceArray largest = array(rows);
        context.launch(format, "largest", rows, Kernels.ITEMS, x.size() / rows, x.memory(), largest.memory());
        return largest;
    }

    @Override
    public DeviceArray solve(Solve f, DeviceArray a, DeviceArray b) {
        Elimination lu = eliminated(f.n(), a);
        DeviceArray scratch = array(b.size());
        DeviceArray y = array(b.size());
        int columns = b.size() / f.n();
        context.launch(
                format,
                "substitute",
                Math.ceilDiv(columns, Kernels.ITEMS),
                Kernels.ITEMS,
                f.n(),
                f.m(),
                columns,
                f.transposed() ? 1 : 0,
                lu.factors.memory(),
                lu.rows,
                b.memory(),
                scratch.memory(),
                y.memory());
        return y;
    }

    /** The sum of the logarithms of the pivots' sizes. */
    @Override
    public DeviceArray logDeterminant(int n, DeviceArray a) {
        DeviceArray one = of(1);
        DeviceArray pivots = contract(diagonal(n), eliminated(n, a).factors, one);
        DeviceArray logarithms = map(Elementwise.LOG, map(Elementwise.ABS, pivots));
        return contract(Contraction.inner(n), logarithms, filled(logarithms, 1));
    }

    private static Contraction diagonal(int n) {
        return new Contraction(n * n, 1, n, List.of(new Contraction.Axis(n, n + 1, 0, 1)));
    }

    /** P·a = L·U, and the row of a that each row of it was. */
    private record Elimination(DeviceArray factors, MemorySegment rows) {}

    private Elimination eliminated(int n, DeviceArray a) {
        DeviceArray factors = scale(1, a);
        MemorySegment rows = memory((n + 1L) * Integer.BYTES);
        context.launch(format, "eliminate", 1, Kernels.ITEMS, n, factors.memory(), rows);
        try (Arena call = Arena.ofConfined()) {
            MemorySegment without = call.allocate(JAVA_INT);
            context.read(rows, (long) n * Integer.BYTES, without);
            int column = without.get(JAVA_INT, 0);
            if (column < n) {
                throw new ArithmeticException("the matrix is singular: elimination finds no pivot in column " + column);
            }
        }
        return new Elimination(factors, rows);
    }

    /** Runs a kernel with an item for each entry of the result. */
    private void each(String kernel, DeviceArray result, Object... operands) {
        Object[] arguments = new Object[operands.length + 2];
        arguments[0] = result.size();
        System.arraycopy(operands, 0, arguments, 1, operands.length);
        arguments[operands.length + 1] = result.memory();
        context.launch(format, kernel, Math.ceilDiv(result.size(), Kernels.ITEMS), Kernels.ITEMS, arguments);
    }

    private DeviceArray array(int size) {
        return new DeviceArray(memory((long) size * format.bytes()), size);
    }

    private MemorySegment memory(long bytes) {
        Device device = context.device();
        if (bytes > device.largest() || bytes > device.memory() - taken) {
            throw new ShapeException("an array of " + bytes + " bytes does not fit " + device.name() + ": of its "
                    + device.memory() + " bytes " + taken + " are taken, and one array may have " + device.largest());
        }
        MemorySegment memory = context.allocate(arena, bytes);
        taken += bytes;
        return memory;
    }

    @Override
    public String toString() {
        return format + " on " + context.device().name();
    }

    /** Waits for what is queued, and frees all arrays. */
    @Override
    public void close() {
        try (arena) {
            context.finish();
        }
    }
}
