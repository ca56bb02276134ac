package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kernels as nvcc compiles them, and as much of that language as tells how they are called. */
record Ptx(String text) {
    private static final Pattern ENTRY = Pattern.compile("\\.entry (\\w+)\\(([^)]*)\\)");
    private static final Pattern PARAMETER =
            Pattern.compile("\\.param (?:\\.align \\d+ )?\\.([a-z]+)(\\d+) \\w+(?:\\[(\\d+)])?");

    static Ptx shipped(Format format) {
        return new Ptx(Kernels.ptx(format));
    }

    /** Whether this program of CUDA is on the PATH. */
    static boolean has(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Compiles the kernels for the oldest architecture that nvcc 13 knows. Every CUDA GPU has doubles. It declares the
     * oldest version of PTX that has this architecture, so that older drivers take it too; ptxas refuses the text if that
     * version lacks anything in it.
     */
    static Ptx compiled(Format format, Path folder) throws IOException, InterruptedException {
        Path ptx = folder.resolve("kernels.ptx");
        Path text = Files.writeString(folder.resolve("kernels.cu"), Kernels.source());
        List<String> command = new ArrayList<>(
                List.of("nvcc", "-ptx", "-arch=compute_" + Kernels.CAPABILITY, "-fmad=false", "-o", ptx.toString()));
        command.addAll(Kernels.definitions(format, true));
        command.add(text.toString());
        run(command);
        return new Ptx(header(format) + Files.readString(ptx).replaceFirst("\\.version .*", ".version 6.3"));
    }

    /** What it begins with: which kernels it is of, by the hash of the text and of the definitions. */
    static String header(Format format) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(String.join(" ", Kernels.definitions(format, true)).getBytes(StandardCharsets.UTF_8));
            hash.update(Kernels.source().getBytes(StandardCharsets.UTF_8));
            return "// kernels.cl in " + format.type() + ", SHA-256 "
                    + HexFormat.of().formatHex(hash.digest()) + "\n";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Has it assembled, as a driver does, for an architecture. */
    void assemble(String architecture, Path folder) throws IOException, InterruptedException {
        Path ptx = Files.writeString(folder.resolve("assembled.ptx"), text);
        run(List.of(
                "ptxas",
                "-arch=" + architecture,
                "-o",
                folder.resolve("kernels.cubin").toString(),
                ptx.toString()));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), log);
    }

    /** An argument of a kernel: how many bytes it has, and whether it may be a pointer. */
    record Parameter(int bytes, boolean isPointer) {
        private static Parameter of(MatchResult declared) {
            int count = declared.group(3) == null ? 1 : Integer.parseInt(declared.group(3));
            return new Parameter(
                    Integer.parseInt(declared.group(2)) / Byte.SIZE * count,
                    (declared.group(1) + declared.group(2)).equals("u64"));
        }
    }

    /** The kernels by name, with their arguments. */
    SortedMap<String, List<Parameter>> entries() {
        SortedMap<String, List<Parameter>> entries = new TreeMap<>();
        ENTRY.matcher(text)
                .results()
                .forEach(entry -> entries.put(
                        entry.group(1),
                        PARAMETER
                                .matcher(entry.group(2))
                                .results()
                                .map(Parameter::of)
                                .toList()));
        return entries;
    }
}
