package org.equicert.fast.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The text of the kernels, {@code kernels.cl}, what has to be defined where it is compiled, and what CUDA makes of it. */
final class Kernels {
    /** How many items a group has. */
    static final int ITEMS = 64;

    /** Items along each side of a group of the tiled product; no device may allow groups of fewer than their square. */
    static final int SIDE = 16;

    /** Rows and columns of a tile of that product: a multiple of {@link #SIDE}. */
    static final int TILE = 64;

    /** The most axes of a contraction that are run on the device. */
    static final int AXES = 8;

    /** Ten times the compute capability of the devices of CUDA, at the least, that the PTX is made for. */
    static final int CAPABILITY = 75;

    private Kernels() {}

    static String source() {
        return resource("kernels.cl");
    }

    /** What nvcc made of them, for a CUDA driver. Its first line tells of which text and definitions. */
    static String ptx(Format format) {
        return resource(ptxName(format));
    }

    static String ptxName(Format format) {
        return "kernels." + format.type() + ".ptx";
    }

    private static String resource(String name) {
        try (InputStream text = Objects.requireNonNull(Kernels.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The options that define its words.
     *
     * @param wide whether the device has doubles, in which functions are evaluated
     */
    static List<String> definitions(Format format, boolean wide) {
        return List.of(
                "-DREAL=" + format.type(),
                "-DWIDE=" + (wide ? Format.F64 : format).type(),
                "-DITEMS=" + ITEMS,
                "-DSIDE=" + SIDE,
                "-DTILE=" + TILE,
                "-DAXES=" + AXES);
    }

    /** A device does not compile them; the log's first line says why. */
    static DeviceException refused(Device device, String error, String log) {
        return new DeviceException(device.name() + " does not compile the kernels (" + error + "): "
                + log.lines().findFirst().orElse("it does not say why"));
    }
}
