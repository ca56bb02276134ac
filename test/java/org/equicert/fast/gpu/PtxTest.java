package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.fast.Elementwise;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The PTX that is shipped is of the kernels' present text. */
class PtxTest {
    private static final Pattern KERNEL = Pattern.compile("KERNEL void (\\w+)\\(");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void itIsOfThePresentText(Format format) {
        String first = Kernels.ptx(format).lines().findFirst().orElseThrow() + "\n";
        assertEquals(Ptx.header(format), first, "./mvnw -Pptx test compiles it anew");
    }

    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void itHasEveryKernelOfTheText(Format format) {
        SortedSet<String> kernels = Stream.concat(
                        KERNEL.matcher(Kernels.source()).results().map(kernel -> kernel.group(1)),
                        Arrays.stream(Elementwise.values()).map(g -> "map_" + g.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(kernels.contains("product"), kernels.toString());
        assertEquals(kernels, new TreeSet<>(Ptx.shipped(format).entries().keySet()));
    }

    /** Profile ptx has it written where it is shipped from. */
    @ParameterizedTest
    @EnumSource(names = {"F64", "F32"})
    void compiledAnewItsKernelsTakeTheSameArguments(Format format) throws IOException, InterruptedException {
        assumeTrue(Ptx.has("nvcc"), "not run: there is no nvcc on the PATH");
        Ptx anew = Ptx.compiled(format, folder);
        String target = System.getProperty("equicert.ptx");
        if (target != null) {
            Files.writeString(Path.of(target, Kernels.ptxName(format)), anew.text());
        } else {
            assertEquals(anew.entries(), Ptx.shipped(format).entries());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm_75", "sm_90", "sm_120"})
    void itAssemblesForOldAndNewDevices(String architecture) throws IOException, InterruptedException {
        assumeTrue(Ptx.has("ptxas"), "not run: there is no ptxas on the PATH");
        for (Format format : List.of(Format.F64, Format.F32)) {
            Ptx.shipped(format).assemble(architecture, folder);
        }
    }
}
