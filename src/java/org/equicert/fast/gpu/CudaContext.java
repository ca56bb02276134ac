package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A device opened through CUDA's driver, which assembles the kernels' PTX. All is asked of one stream. The driver knows for
 * each thread which device it speaks to, so each call says it first. Large products of matrices are cuBLAS's, where that is
 * there.
 */
final class CudaContext extends Context {
    /** Options of the assembler: where its log of errors goes, and how many bytes that has. */
    private static final int[] LOG = {5, 6};

    private static final int LOG_LENGTH = 1 << 13;

    private final Cuda cuda;
    private final int opened;
    private final MemorySegment handle;
    private final MemorySegment stream;
    private final Optional<Cublas> blas;
    private final String products;
    private final Map<String, MemorySegment> modules = new HashMap<>();
    private final Map<String, MemorySegment> kernels = new HashMap<>();

    CudaContext(Device device, Cuda cuda, int opened) {
        super(device);
        this.cuda = cuda;
        this.opened = opened;
        this.handle = cuda.make("cuDevicePrimaryCtxRetain", opened);
        try {
            cuda.call("cuCtxSetCurrent", handle);
            this.stream = cuda.make("cuStreamCreate", 0);
        } catch (DeviceException failing) {
            cuda.status("cuDevicePrimaryCtxRelease_v2", opened);
            throw failing;
        }
        Optional<Cublas> found = Optional.empty();
        String used = "without cuBLAS";
        try {
            found = cuda.blas().map(library -> new Cublas(library, stream));
            used = found.map(CudaContext::named).orElse(used);
        } catch (DeviceException failing) {
            used += ": " + failing.getMessage();
        }
        this.blas = found;
        this.products = used;
    }

    private static String named(Cublas library) {
        return "cuBLAS " + library.version();
    }

    @Override
    public Optional<String> library() {
        return blas.map(CudaContext::named);
    }

    /** With cuBLAS or without: what is there and fails is not needed, but told. */
    @Override
    public String toString() {
        return super.toString() + ", " + products;
    }

    private void call(String function, Object... arguments) {
        cuda.call("cuCtxSetCurrent", handle);
        cuda.call(function, arguments);
    }

    private MemorySegment make(String function, Object... of) {
        cuda.call("cuCtxSetCurrent", handle);
        return cuda.make(function, of);
    }

    @Override
    MemorySegment allocate(Arena owner, long bytes) {
        return make("cuMemAlloc_v2", bytes).reinterpret(owner, memory -> {
            cuda.status("cuCtxSetCurrent", handle);
            cuda.status("cuMemFree_v2", memory);
        });
    }

    @Override
    void write(MemorySegment memory, MemorySegment source) {
        call("cuMemcpyHtoDAsync_v2", memory, source, source.byteSize(), stream);
    }

    @Override
    void read(MemorySegment memory, long from, MemorySegment target) {
        call("cuMemcpyDtoHAsync_v2", target, part(memory, from), target.byteSize(), stream);
        finish();
    }

    @Override
    void finish() {
        call("cuStreamSynchronize", stream);
    }

    @Override
    void launch(Format format, String name, int groups, int items, Object... arguments) {
        MemorySegment kernel = kernel(format, name);
        try (Arena call = Arena.ofConfined()) {
            MemorySegment addresses = call.allocate(ADDRESS, arguments.length);
            for (int i = 0; i < arguments.length; i++) {
                addresses.setAtIndex(ADDRESS, i, argument(call, arguments[i]));
            }
            call("cuLaunchKernel", kernel, groups, 1, 1, items, 1, 1, 0, stream, addresses, MemorySegment.NULL);
        }
    }

    /** Where cuBLAS is, products of matrices are its, unless their factors are to be rounded. */
    @Override
    boolean multiplied(
            Format format,
            LoopNest nest,
            int atA,
            int atB,
            int atC,
            MemorySegment a,
            MemorySegment b,
            MemorySegment c) {
        Optional<Gemm> product = blas.filter(present -> format.cut() == 0).flatMap(present -> Gemm.of(nest));
        if (product.isEmpty()) {
            return false;
        }
        cuda.call("cuCtxSetCurrent", handle);
        blas.orElseThrow()
                .product(
                        format,
                        product.get(),
                        nest.adds(),
                        part(a, (long) atA * format.bytes()),
                        part(b, (long) atB * format.bytes()),
                        part(c, (long) atC * format.bytes()));
        return true;
    }

    /** A memory from a byte on. */
    private static MemorySegment part(MemorySegment memory, long from) {
        return MemorySegment.ofAddress(memory.address() + from);
    }

    private synchronized MemorySegment kernel(Format format, String name) {
        return kernels.computeIfAbsent(format.type() + " " + name, key -> {
            try (Arena call = Arena.ofConfined()) {
                return make("cuModuleGetFunction", module(format), call.allocateFrom(name));
            }
        });
    }

    @Override
    void compile(Format format) {
        module(format);
    }

    private synchronized MemorySegment module(Format format) {
        return modules.computeIfAbsent(format.type(), type -> load(format));
    }

    private MemorySegment load(Format format) {
        cuda.call("cuCtxSetCurrent", handle);
        try (Arena call = Arena.ofConfined()) {
            MemorySegment module = call.allocate(ADDRESS);
            MemorySegment log = call.allocate(LOG_LENGTH);
            MemorySegment settings = call.allocate(ADDRESS, LOG.length);
            settings.setAtIndex(ADDRESS, 0, log);
            settings.setAtIndex(ADDRESS, 1, MemorySegment.ofAddress(LOG_LENGTH - 1));
            int status = cuda.status(
                    "cuModuleLoadDataEx",
                    module,
                    call.allocateFrom(Kernels.ptx(format)),
                    LOG.length,
                    call.allocateFrom(JAVA_INT, LOG),
                    settings);
            if (status != 0) {
                throw Kernels.refused(device(), cuda.error(status), log.getString(0));
            }
            return module.get(ADDRESS, 0);
        }
    }

    /** Waits for what is queued. */
    @Override
    public synchronized void close() {
        cuda.status("cuCtxSetCurrent", handle);
        cuda.status("cuStreamSynchronize", stream);
        blas.ifPresent(Cublas::close);
        modules.values().forEach(module -> cuda.status("cuModuleUnload", module));
        cuda.status("cuStreamDestroy_v2", stream);
        cuda.status("cuDevicePrimaryCtxRelease_v2", opened);
    }
}
