package org.equicert.verification.openjml;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.equicert.verification.openjml.Installation.Absent;
import org.equicert.verification.openjml.Installation.Run;

/**
 * Classes that check their contracts as they run (OpenJML's run-time assertion checking), all of them or none.
 *
 * <p>A class with a wrong contract is planted among them, and {@link #noticed} says whether its check sees that.
 *
 * @param folder for the translated sources
 * @param packageName of the classes
 * @param out where it says what is checked, and what not
 */
record Rac(Installation openjml, Path folder, String packageName, PrintStream out) {

    private static final int SECONDS = 1200;
    private static final String PLANTED = "Planted";
    private static final String NOT_NOTICED = "not noticed";
    /** In {@code long}, 2³² squared is 0 on both sides. */
    private static final String PLANT = """
            package %s;

            public final class Planted {
                /*@ public normal_behavior
                  @   ensures \\result == x * x;
                  @   assignable \\strictly_nothing;
                  @*/
                public static long square(long x) {
                    return x * x;
                }

                public static void main(String[] arguments) {
                    square(4294967296L);
                    System.out.println("%s");
                }
            }
            """;
    /** What OpenJML says, if asked, where it compiles no check and goes on. */
    private static final String SILENT = "(?i)not (implemented|executable)";

    /** Every class with checks calls this one. */
    private static final String CALLED = "org/jmlspecs/runtime/Utils";

    /** What OpenJML's classes print where a contract could not be evaluated; they go on then, as if it held. */
    static boolean isUndefined(String line) {
        return line.contains("undefined in JML") || line.contains("JML undefined");
    }

    /** Copies the product's classes and compiles the checks of these sources into theirs; false if OpenJML did not. */
    boolean instrument(Map<String, String> sources, Path classes, Path into)
            throws Absent, IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(sources);
        all.put(PLANTED, PLANT.formatted(packageName, NOT_NOTICED));
        Executable executable = Executable.translate(all);
        Path written = Files.createDirectories(folder.resolve(packageName.replace('.', '/')));
        for (var each : executable.classes().entrySet()) {
            Files.writeString(written.resolve(each.getKey() + ".java"), each.getValue());
        }
        Files.writeString(written.resolve("Whole.java"), whole());
        Path checked = folder.resolve("classes");
        Run run = compile(written, Files.createDirectories(checked));
        if (run.exit() != 0) {
            out.println("OpenJML compiled no checks, exit code " + run.exit() + ": " + first(run, "error: |Exception"));
            return false;
        }
        String silent = first(run, SILENT);
        if (!silent.isEmpty()) {
            out.println("OpenJML leaves out a check: " + silent);
            return false;
        }
        if (Files.exists(into)) {
            OpenJml.delete(into);
        }
        copy(classes, into);
        copy(checked, into);
        return report(executable, sources, checked.resolve(packageName.replace('.', '/')));
    }

    private Run compile(Path written, Path checked) throws Absent, IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--rac",
                "--nullable-by-default", // that no argument is null is no clause of a contract
                "--rac-show-source=line",
                "--show-not-implemented",
                "--show-not-executable",
                "-d",
                checked.toString(),
                "-sourcepath",
                folder.toString()));
        try (var files = Files.list(written)) {
            files.map(Path::toString).sorted().forEach(arguments::add);
        }
        return openjml.run(arguments, folder, SECONDS);
    }

    private static String first(Run run, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return run.output()
                .lines()
                .filter(line -> wanted.matcher(line).find())
                .findFirst()
                .orElse("");
    }

    private boolean report(Executable executable, Map<String, String> sources, Path checked) throws IOException {
        int count = 0;
        for (String type : sources.keySet()) {
            int clauses = executable.clauses().get(type);
            count += clauses;
            Path file = checked.resolve(type + ".class");
            if (!Files.exists(file)
                    || clauses > 0
                            && !new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(CALLED)) {
                out.println("OpenJML compiled no checks into " + type);
                return false;
            }
        }
        out.println(count + " clauses of contracts are checked in " + sources.size() + " classes. Not checked:");
        executable.left().stream()
                .collect(Collectors.groupingBy(Executable.Left::reason, TreeMap::new, Collectors.toList()))
                .forEach((reason, lost) -> out.printf(
                        "%5d  %s (%s)%n",
                        lost.size(),
                        reason,
                        lost.stream().map(Executable.Left::where).distinct().collect(Collectors.joining(", "))));
        return true;
    }

    /** Whether the planted class fails, by its postcondition. */
    boolean noticed(Path classes) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Dorg.jmlspecs.openjml.rac=exception",
                        "-cp",
                        classes + File.pathSeparator + openjml.home().resolve("jmlruntime.jar"),
                        packageName + "." + PLANTED)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() != 0 && said.contains("JML postcondition is false") && !said.contains(NOT_NOTICED);
    }

    /** Its functions may stand in a contract and have none themselves. */
    private String whole() throws IOException {
        try (var source = Rac.class.getResourceAsStream("Whole.java")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("(?m)^package .*;", "package " + packageName + ";")
                    .replaceAll("(?m)^    (?=(public|private) static )", "    /*@ pure skiprac @*/ ");
        }
    }

    private static void copy(Path from, Path into) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = into.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
