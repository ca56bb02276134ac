package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assumptions.abort;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CUDA driver in Java, with one GPU. Its functions are called as those of libcuda are, and are as strict: a thread has to
 * have a current context, a copy to the host is made when its stream is waited for, and no sooner. A kernel is looked up in
 * the PTX that was loaded, its arguments are read as that declares them, and then it is the kernel of the same name that is
 * run on a device of OpenCL. So all is tried of the CUDA route but the PTX itself.
 */
public final class FakeCuda {
    static final int INVALID_VALUE = 1;
    static final int OUT_OF_MEMORY = 2;
    static final int NOT_INITIALIZED = 3;
    static final int NO_DEVICE = 100;
    static final int INVALID_CONTEXT = 201;
    static final int INVALID_PTX = 218;
    static final int NOT_FOUND = 500;
    static final int ILLEGAL_ADDRESS = 700;
    static final int LAUNCH_FAILED = 719;
    private static final int UNKNOWN = 999;

    /** The only device's handle, which is not its ordinal. */
    private static final int DEVICE = 7;

    private static final Map<Integer, String> WORDS = Map.of(
            INVALID_VALUE, "invalid argument",
            OUT_OF_MEMORY, "out of memory",
            INVALID_CONTEXT, "invalid device context",
            INVALID_PTX, "a PTX JIT compilation failed",
            ILLEGAL_ADDRESS, "an illegal memory access was encountered",
            LAUNCH_FAILED, "unspecified launch failure");

    private static final Set<String> WITHOUT_CONTEXT = Set.of(
            "cuInit",
            "cuDriverGetVersion",
            "cuGetErrorString",
            "cuDeviceGetCount",
            "cuDeviceGet",
            "cuDeviceGetName",
            "cuDeviceGetAttribute",
            "cuDeviceTotalMem_v2",
            "cuDevicePrimaryCtxRetain",
            "cuDevicePrimaryCtxRelease_v2",
            "cuCtxSetCurrent");

    private static final Pattern HEADER = Pattern.compile("// kernels\\.cl in (\\w+),");
    private static final Arena ARENA = Arena.global();

    /** What these functions report from now on, instead of doing anything. */
    final Map<String, Integer> faults = new HashMap<>();

    /** What the assembler writes into its log where cuModuleLoadDataEx is to fail. */
    String log = "";

    /** Ten times the GPU's compute capability. */
    int capability = 90;

    /** Whether there is a cuBLAS. */
    boolean hasBlas = true;

    final FakeCublas blas = new FakeCublas(this);

    private final Device over;
    private final ThreadLocal<Long> current = ThreadLocal.withInitial(() -> 0L);
    private final TreeMap<Long, Memory> memories = new TreeMap<>();
    private final Map<Long, Deque<MemorySegment>> freed = new HashMap<>();
    private final Map<Long, Module> modules = new HashMap<>();
    private final Map<Long, Kernel> kernels = new HashMap<>();
    private final Map<Long, List<Runnable>> streams = new HashMap<>();
    private final List<Throwable> defects = new ArrayList<>();
    private boolean initialized;
    private int retained;
    private long context;
    private long next = 1L << 40;
    private @Nullable Context running;
    private @Nullable Arena arena;

    private record Memory(MemorySegment buffer, long bytes) {}

    private record Module(Format format, Ptx ptx) {}

    private record Kernel(Module module, String name, List<Ptx.Parameter> parameters) {}

    FakeCuda(Device over) {
        this.over = over;
    }

    /** One over the first device of OpenCL; the test is not run where there is none. */
    static FakeCuda here() {
        try {
            return new FakeCuda(OpenCl.devices().getFirst());
        } catch (DeviceException none) {
            return abort("not run: " + none.getMessage());
        }
    }

    /** The GPU of such a driver over a device of OpenCL. */
    public static Device gpu(Device over) {
        return new FakeCuda(over).cuda().found().getFirst();
    }

    Cuda cuda() {
        return new Cuda(symbols(), () -> hasBlas ? Optional.of(lookup(Cublas.FUNCTIONS)) : Optional.empty());
    }

    SymbolLookup symbols() {
        return lookup(Cuda.FUNCTIONS);
    }

    private SymbolLookup lookup(Map<String, FunctionDescriptor> functions) {
        Map<String, MemorySegment> symbols = new HashMap<>();
        functions.forEach((name, descriptor) -> symbols.put(name, stub(name, descriptor)));
        return name -> Optional.ofNullable(symbols.get(name));
    }

    private MemorySegment stub(String name, FunctionDescriptor descriptor) {
        try {
            MethodHandle answer = MethodHandles.lookup()
                    .findVirtual(
                            FakeCuda.class, "answer", MethodType.methodType(int.class, String.class, Object[].class));
            MethodHandle function = MethodHandles.insertArguments(answer, 0, this, name)
                    .asCollector(Object[].class, descriptor.argumentLayouts().size())
                    .asType(descriptor.toMethodType());
            return Linker.nativeLinker().upcallStub(function, descriptor, ARENA);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether all that was made has been given back. */
    boolean isClean() {
        return memories.isEmpty() && modules.isEmpty() && streams.isEmpty() && blas.isClean() && retained == 0;
    }

    /** What goes wrong must not leave an upcall: it would end the JVM. The words of that error tell it. */
    private synchronized int answer(String name, Object... a) {
        try {
            Integer fault = faults.get(name);
            if (fault != null && !name.equals("cuModuleLoadDataEx")) {
                return fault;
            }
            if (!initialized && !name.equals("cuInit") && !name.equals("cuGetErrorString")) {
                return NOT_INITIALIZED;
            }
            if (!WITHOUT_CONTEXT.contains(name) && (retained == 0 || current.get() != context)) {
                return INVALID_CONTEXT;
            }
            return run(name, a);
        } catch (IllegalArgumentException | NoSuchElementException wrong) {
            defects.add(wrong);
            return INVALID_VALUE;
        } catch (Throwable defect) {
            defects.add(defect);
            return UNKNOWN;
        }
    }

    private int run(String name, Object... a) {
        switch (name) {
            case "cuInit" -> initialized = true;
            case "cuDriverGetVersion" -> put(a[0], 13010);
            case "cuGetErrorString" -> at(a[1]).set(ADDRESS, 0, ARENA.allocateFrom(words((int) a[0])));
            case "cuDeviceGetCount" -> put(a[0], 1);
            case "cuDeviceGet" -> put(a[0], device((int) a[1]));
            case "cuDeviceGetName" -> name(at(a[0]), (int) a[1], a[2]);
            case "cuDeviceGetAttribute" -> put(a[0], attribute((int) a[1], a[2]));
            case "cuDeviceTotalMem_v2" -> at(a[0]).set(JAVA_LONG, 0, memory(a[1]));
            case "cuDevicePrimaryCtxRetain" -> retain(at(a[0]), a[1]);
            case "cuDevicePrimaryCtxRelease_v2" -> release(a[0]);
            case "cuCtxSetCurrent" -> current.set(address(a[0]));
            case "cuModuleLoadDataEx" -> {
                return load(a);
            }
            case "cuModuleUnload" -> known(modules.remove(address(a[0])));
            case "cuModuleGetFunction" -> {
                return function(at(a[0]), known(modules.get(address(a[1]))), at(a[2]).getString(0));
            }
            case "cuMemAlloc_v2" -> {
                return allocate(at(a[0]), (long) a[1]);
            }
            case "cuMemFree_v2" -> free(known(memories.remove(address(a[0]))));
            case "cuMemcpyHtoDAsync_v2" -> {
                known(streams.get(address(a[3])));
                running().write(memory(address(a[0]), (long) a[2]).buffer(), at(a[1]).reinterpret((long) a[2]));
            }
            case "cuMemcpyDtoHAsync_v2" -> copy(a);
            case "cuStreamCreate" -> streams.put(handle(a[0]), new ArrayList<>());
            case "cuStreamSynchronize" -> {
                List<Runnable> queued = known(streams.get(address(a[0])));
                queued.forEach(Runnable::run);
                queued.clear();
                running().finish();
            }
            case "cuStreamDestroy_v2" -> known(streams.remove(address(a[0])));
            case "cuLaunchKernel" -> launch(a);
            default -> blas.run(name, a);
        }
        return 0;
    }

    private static int device(int ordinal) {
        if (ordinal != 0) {
            throw new IllegalArgumentException("there is no device " + ordinal);
        }
        return DEVICE;
    }

    /** Whether a handle is the device's. */
    private static void check(Object device) {
        if ((int) device != DEVICE) {
            throw new IllegalArgumentException("no device has the handle " + device);
        }
    }

    private String words(int code) {
        return code == UNKNOWN || !WORDS.containsKey(code)
                ? defects.isEmpty() ? "unknown error" : defects.getLast().toString()
                : String.valueOf(WORDS.get(code));
    }

    private void name(MemorySegment to, int length, Object device) {
        check(device);
        String name = "Fake over " + over.name();
        to.setString(0, name.substring(0, Math.min(name.length(), length - 1)));
    }

    private long memory(Object device) {
        check(device);
        return over.memory();
    }

    private int attribute(int which, Object device) {
        check(device);
        return switch (which) {
            case 75 -> capability / 10;
            case 76 -> capability % 10;
            default -> throw new IllegalArgumentException("attribute " + which);
        };
    }

    private void retain(MemorySegment to, Object device) {
        check(device);
        if (retained++ == 0) {
            running = over.open();
            arena = Arena.ofShared();
            context = next++;
        }
        to.set(JAVA_LONG, 0, context);
    }

    private void release(Object device) {
        check(device);
        if (--retained == 0) {
            freed.clear();
            known(arena).close();
            running().close();
        }
    }

    private Context running() {
        return known(running);
    }

    private int load(Object... a) {
        Integer fault = faults.get("cuModuleLoadDataEx");
        if (fault != null) {
            MemorySegment options = at(a[3]);
            MemorySegment values = at(a[4]);
            for (int i = 0; i < (int) a[2]; i++) {
                if (options.getAtIndex(JAVA_INT, i) == 5) {
                    at(values.getAtIndex(ADDRESS, i)).setString(0, log);
                }
            }
            return fault;
        }
        Ptx ptx = new Ptx(at(a[1]).getString(0));
        Matcher header = HEADER.matcher(ptx.text());
        if (!header.lookingAt()) {
            return INVALID_PTX;
        }
        Format format = header.group(1).equals(Format.F64.type()) ? Format.F64 : Format.F32;
        modules.put(handle(a[0]), new Module(format, ptx));
        return 0;
    }

    private int function(MemorySegment to, Module module, String name) {
        List<Ptx.Parameter> parameters = module.ptx().entries().get(name);
        if (parameters == null) {
            return NOT_FOUND;
        }
        kernels.put(handle(to), new Kernel(module, name, parameters));
        return 0;
    }

    private int allocate(MemorySegment to, long bytes) {
        if (bytes > over.largest()) {
            return OUT_OF_MEMORY;
        }
        MemorySegment free =
                freed.computeIfAbsent(bytes, size -> new ArrayDeque<>()).poll();
        MemorySegment buffer = free == null ? running().allocate(known(arena), bytes) : free;
        long address = next;
        memories.put(address, new Memory(buffer, bytes));
        next += bytes + 256;
        to.set(JAVA_LONG, 0, address);
        return 0;
    }

    /** Kept for who asks for as much next, with what it holds, until the device is closed. */
    private void free(Memory memory) {
        known(freed.get(memory.bytes())).add(memory.buffer());
    }

    /** The memory that begins there and has so many bytes. */
    private Memory memory(long address, long bytes) {
        Memory memory = known(memories.get(address));
        if (bytes > memory.bytes()) {
            throw new IllegalArgumentException(bytes + " bytes of " + memory.bytes());
        }
        return memory;
    }

    private void copy(Object... a) {
        Part part = part(address(a[1]));
        long bytes = (long) a[2];
        if (bytes > part.bytes()) {
            throw new IllegalArgumentException("beyond the memory's end");
        }
        MemorySegment host = at(a[0]).reinterpret(bytes);
        known(streams.get(address(a[3]))).add(() -> running().read(part.memory().buffer(), part.from(), host));
    }

    /** A memory from a byte on. */
    private record Part(Memory memory, long from) {
        long bytes() {
            return memory.bytes() - from;
        }
    }

    private Part part(long address) {
        Map.Entry<Long, Memory> memory = known(memories.floorEntry(address));
        return new Part(memory.getValue(), address - memory.getKey());
    }

    /** The entries of a memory from an address on. */
    double[] entries(Format format, Object address) {
        Part part = part(address(address));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entries = arena.allocate(part.bytes(), Long.BYTES);
            running().read(part.memory().buffer(), part.from(), entries);
            return format.unpack(entries);
        }
    }

    /** Replaces the entries of a memory from an address on. */
    void replace(Format format, Object address, double... entries) {
        Part part = part(address(address));
        double[] all = entries(format, MemorySegment.ofAddress(address(address) - part.from()));
        System.arraycopy(entries, 0, all, (int) (part.from() / format.bytes()), entries.length);
        try (Arena arena = Arena.ofConfined()) {
            running().write(part.memory().buffer(), format.pack(arena, all));
            running().finish();
        }
    }

    boolean isStream(Object handle) {
        return streams.containsKey(address(handle));
    }

    private void launch(Object... a) {
        Kernel kernel = known(kernels.get(address(a[0])));
        known(streams.get(address(a[8])));
        if (!List.of(1, 1, 1, 1, 0).equals(List.of(a[2], a[3], a[5], a[6], a[7])) || address(a[10]) != 0) {
            throw new IllegalArgumentException("more than one dimension");
        }
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < kernel.parameters().size(); i++) {
            Ptx.Parameter parameter = kernel.parameters().get(i);
            MemorySegment given = at(at(a[9]).getAtIndex(ADDRESS, i)).reinterpret(parameter.bytes());
            arguments.add(
                    parameter.isPointer() ? memory(given.get(JAVA_LONG, 0), 0).buffer() : given.toArray(JAVA_INT));
        }
        running().launch(kernel.module().format(), kernel.name(), (int) a[1], (int) a[4], arguments.toArray());
    }

    /** Puts a new handle there. */
    long handle(Object to) {
        at(to).set(JAVA_LONG, 0, next);
        return next++;
    }

    static void put(Object to, int number) {
        at(to).set(JAVA_INT, 0, number);
    }

    static MemorySegment at(Object pointer) {
        return ((MemorySegment) pointer).reinterpret(Long.MAX_VALUE);
    }

    static long address(Object pointer) {
        return ((MemorySegment) pointer).address();
    }

    private static <T> T known(@Nullable T handle) {
        if (handle == null) {
            throw new NoSuchElementException("no such handle");
        }
        return handle;
    }
}
