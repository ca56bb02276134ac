package org.equicert.number;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Balls of Arb (Debian: {@code libflint-arb2}), through foreign functions: the independent implementation that ours are
 * compared with. Numbers travel as Arb's own text, exactly.
 */
final class Arb {
    private static final List<String> LIBRARIES =
            List.of("libflint-arb.so.2", "libarb.so.2", "libflint.so.20", "libflint.so.18");
    private static final long ARB_BYTES = 48;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS.withTargetLayout(
            java.lang.foreign.MemoryLayout.sequenceLayout(Long.MAX_VALUE, ValueLayout.JAVA_BYTE));

    private final SymbolLookup library;
    private final Linker linker = Linker.nativeLinker();
    private final MethodHandle load;
    private final MethodHandle dump;
    private final MethodHandle free;
    private final MethodHandle clear;

    private Arb(SymbolLookup library) {
        this.library = library;
        load = handle("arb_load_str", FunctionDescriptor.of(ValueLayout.JAVA_INT, POINTER, POINTER));
        dump = handle("arb_dump_str", FunctionDescriptor.of(POINTER, POINTER));
        clear = handle("arb_clear", FunctionDescriptor.ofVoid(POINTER));
        free = linker.downcallHandle(linker.defaultLookup().findOrThrow("free"), FunctionDescriptor.ofVoid(POINTER));
    }

    /** Nothing where the library is not installed. */
    static Optional<Arb> installed() {
        for (String name : LIBRARIES) {
            try {
                SymbolLookup found = SymbolLookup.libraryLookup(name, Arena.global());
                if (found.find("arb_load_str").isPresent()) {
                    return Optional.of(new Arb(found));
                }
            } catch (IllegalArgumentException absent) {
                // the next name
            }
        }
        return Optional.empty();
    }

    /** A function of Arb's with one or more balls as arguments and the precision last. */
    Function function(String name, int arguments) {
        List<ValueLayout> layouts = new ArrayList<>();
        for (int i = 0; i <= arguments; i++) {
            layouts.add(POINTER);
        }
        layouts.add(ValueLayout.JAVA_LONG);
        return new Function(handle(name, FunctionDescriptor.ofVoid(layouts.toArray(ValueLayout[]::new))), arguments);
    }

    final class Function {
        private final MethodHandle plain;
        private final MethodHandle handle;
        private final int arguments;

        private Function(MethodHandle handle, int arguments) {
            this.plain = handle;
            this.handle = handle.asSpreader(Object[].class, arguments + 2);
            this.arguments = arguments;
        }

        /** Nothing where Arb answers with an infinite ball or NaN. */
        Optional<Ball> at(int bits, Ball... x) {
            if (x.length != arguments) {
                throw new IllegalArgumentException("arguments");
            }
            try (Arena arena = Arena.ofConfined()) {
                Object[] all = new Object[arguments + 2];
                for (int i = 0; i <= arguments; i++) {
                    all[i] = arena.allocate(ARB_BYTES, 8);
                }
                for (int i = 0; i < arguments; i++) {
                    load((MemorySegment) all[i + 1], x[i], arena);
                }
                all[arguments + 1] = (long) bits;
                handle.invoke(all);
                Optional<Ball> result = dump((MemorySegment) all[0]);
                for (int i = 0; i <= arguments; i++) {
                    clear.invoke((MemorySegment) all[i]);
                }
                return result;
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One call with its arguments laid out beforehand, to be timed; what it needs is never freed. */
    Call call(Function function, int bits, Ball... x) {
        MemorySegment[] all = new MemorySegment[x.length + 1];
        for (int i = 0; i <= x.length; i++) {
            all[i] = Arena.global().allocate(ARB_BYTES, 8);
        }
        try {
            for (int i = 0; i < x.length; i++) {
                load(all[i + 1], x[i], Arena.global());
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return () -> {
            if (x.length == 1) {
                function.plain.invokeExact(all[0], all[1], (long) bits);
            } else {
                function.plain.invokeExact(all[0], all[1], all[2], (long) bits);
            }
        };
    }

    /** A call of a foreign function. */
    interface Call {
        void run() throws Throwable;
    }

    private void load(MemorySegment to, Ball x, Arena arena) throws Throwable {
        // Arb's radii have 30 bits, ours 31: its ball may be a little larger.
        boolean fits = x.rad.toDyadic().mantissa().bitLength() <= 30;
        Dyadic radius = fits ? x.rad.toDyadic() : Dyadic.ofScaled((x.rad.mantissa() >> 1) + 1, x.rad.exponent() + 1);
        String text = text(x.mid) + " " + text(radius);
        if ((int) load.invoke(to, arena.allocateFrom(text)) != 0) {
            throw new IllegalStateException("Arb does not read " + text);
        }
    }

    private static String text(Dyadic x) {
        if (x.signum() == 0) {
            return "0 0";
        }
        int zeros = x.mantissa().getLowestSetBit();
        return x.mantissa().shiftRight(zeros).toString(16) + " " + Long.toString(x.exponent() + zeros, 16);
    }

    private Optional<Ball> dump(MemorySegment from) throws Throwable {
        MemorySegment text = (MemorySegment) dump.invoke(from);
        String[] words = text.getString(0).split(" ");
        free.invoke(text);
        if (words[1].length() > 12 || words[3].length() > 12) {
            return Optional.empty(); // an exponent that a Dyadic does not hold
        }
        Dyadic mid = dyadic(words[0], words[1]);
        if (mid.signum() == 0 && !words[1].equals("0") || words[2].equals("0") && !words[3].equals("0")) {
            return Optional.empty(); // infinities and NaN are a zero mantissa with an exponent
        }
        Dyadic radius = dyadic(words[2], words[3]);
        return Optional.of(new Ball(mid, Bound.above(radius)));
    }

    private static Dyadic dyadic(String mantissa, String exponent) {
        return new Dyadic(new BigInteger(mantissa, 16), Long.parseLong(exponent, 16));
    }

    private MethodHandle handle(String name, FunctionDescriptor type) {
        return linker.downcallHandle(library.findOrThrow(name), type);
    }
}
