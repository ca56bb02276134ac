package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.equicert.fast.Elementwise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kernels' one text. */
class KernelsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyElementwiseFunctionHasAKernel() {
        for (Elementwise g : Elementwise.values()) {
            assertTrue(Kernels.source().contains("MAP(" + g.name() + ", "), g.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTextIsCudaToo(Format format) throws IOException, InterruptedException {
        assumeTrue(hasNvcc(), "not run: there is no nvcc on the PATH");
        Path ptx = folder.resolve("kernels.ptx");
        Path text = Files.writeString(folder.resolve("kernels.cu"), Kernels.source());
        List<String> command = new ArrayList<>(List.of("nvcc", "-ptx", "-fmad=false", "-o", ptx.toString()));
        command.addAll(Kernels.definitions(format, true));
        command.add(text.toString());
        Process nvcc = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(nvcc.getInputStream().readAllBytes());
        assertEquals(0, nvcc.waitFor(), log);
        for (String kernel : List.of("entries", "sums", "product", "map_TANH", "largest", "eliminate", "substitute")) {
            assertTrue(Files.readString(ptx).contains(".entry " + kernel + "("), kernel);
        }
    }

    private static boolean hasNvcc() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nvcc")));
    }
}
