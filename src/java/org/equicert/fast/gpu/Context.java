package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * An open device: memory, transfers and launches. All it is told to do is done in that order, while the caller goes on; only
 * reading waits. What it holds is given back when it is closed, by any thread, after its machines.
 */
public abstract sealed class Context implements AutoCloseable permits CudaContext, OpenClContext {
    private final Device device;

    Context(Device device) {
        this.device = device;
    }

    public final Device device() {
        return device;
    }

    /** The library that computes the products that are its kind, where there is one, and its version. */
    public Optional<String> library() {
        return Optional.empty();
    }

    /**
     * A machine of arrays on this device, which are freed when the machine is closed. It uses the library.
     *
     * @throws DeviceException if the device has not this format, or does not compile the kernels
     */
    public final DeviceMachine machine(Format format) {
        return machine(format, true);
    }

    /**
     * Likewise.
     *
     * @param usesLibrary whether products may be the library's; if not, all is done by our kernels
     */
    public final DeviceMachine machine(Format format, boolean usesLibrary) {
        if (!device.has(format)) {
            throw new DeviceException(device.name() + " does not compute in " + format.type());
        }
        compile(format);
        return new DeviceMachine(this, format, usesLibrary);
    }

    /** Makes the kernels of a format ready, unless they are. */
    abstract void compile(Format format);

    /** Memory of so many bytes, freed with the arena. */
    abstract MemorySegment allocate(Arena owner, long bytes);

    /** Copies to the device; the source has to stay as it is until {@link #finish}. */
    abstract void write(MemorySegment memory, MemorySegment source);

    /** Waits for all that was asked for, and copies from the device what begins at a byte. */
    abstract void read(MemorySegment memory, long from, MemorySegment target);

    /** Waits for all that was asked for. */
    abstract void finish();

    /**
     * Starts a kernel.
     *
     * @param arguments each an int, float or double, a memory of this device, or an int[] that is passed as a struct
     */
    abstract void launch(Format format, String name, int groups, int items, Object... arguments);

    /** Runs a contraction, or a step of it, with operands and result that begin at these entries. */
    final void contract(
            Format format,
            boolean usesLibrary,
            LoopNest nest,
            int atA,
            int atB,
            int atC,
            MemorySegment a,
            MemorySegment b,
            MemorySegment c) {
        if (usesLibrary && multiplied(format, nest, atA, atB, atC, a, b, c)) {
            return;
        }
        launch(format, nest.kernel(), nest.groups(), nest.items(), nest.words(atA, atB, atC, format.cut()), a, b, c);
    }

    /** Has the library do it, if there is one and it is a product of its kind. */
    boolean multiplied(
            Format format,
            LoopNest nest,
            int atA,
            int atB,
            int atC,
            MemorySegment a,
            MemorySegment b,
            MemorySegment c) {
        return false;
    }

    /** What computes: the device, its driver, and a library where one takes part. */
    @Override
    public String toString() {
        return device.described();
    }

    @Override
    public abstract void close();

    /** An argument of a kernel as it lies in memory. */
    static MemorySegment argument(Arena call, Object argument) {
        return switch (argument) {
            case Integer x -> call.allocateFrom(JAVA_INT, x);
            case Float x -> call.allocateFrom(JAVA_FLOAT, x);
            case Double x -> call.allocateFrom(JAVA_DOUBLE, x);
            case int[] struct -> call.allocateFrom(JAVA_INT, struct);
            case MemorySegment memory -> call.allocateFrom(ADDRESS, memory);
            default -> throw new IllegalArgumentException(String.valueOf(argument));
        };
    }
}
