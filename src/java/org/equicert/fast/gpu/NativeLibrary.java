package org.equicert.fast.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of a native library, called by name. */
final class NativeLibrary {
    private final Map<String, MethodHandle> functions = new HashMap<>();

    /**
     * Links the functions.
     *
     * @param tooOld what a library is that lacks one of them
     * @throws DeviceException if it lacks one
     */
    NativeLibrary(SymbolLookup library, String tooOld, Map<String, FunctionDescriptor> functions) {
        functions.forEach((name, descriptor) -> {
            MemorySegment symbol =
                    library.find(name).orElseThrow(() -> new DeviceException(tooOld + ": it has no " + name));
            this.functions.put(
                    name,
                    Linker.nativeLinker()
                            .downcallHandle(symbol, descriptor)
                            .asSpreader(
                                    Object[].class, descriptor.argumentLayouts().size())
                            .asType(MethodType.methodType(Object.class, Object[].class)));
        });
    }

    /** The first of these libraries that is there; it stays loaded. */
    static Optional<SymbolLookup> first(List<String> names) {
        for (String name : names) {
            try {
                return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException absent) {
                continue;
            }
        }
        return Optional.empty();
    }

    Object call(String name, Object... arguments) {
        MethodHandle function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException(name);
        }
        try {
            return (Object) function.invokeExact(arguments);
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a function reports that returns an int: 0 is success. */
    int status(String name, Object... arguments) {
        return (int) call(name, arguments);
    }
}
