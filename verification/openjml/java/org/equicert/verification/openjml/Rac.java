package org.equicert.verification.openjml;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.equicert.verification.openjml.Installation.Absent;
import org.equicert.verification.openjml.Installation.Run;

/**
 * The reference's tests on classes that check their contracts as they run (OpenJML's run-time assertion checking).
 *
 * @param sources the translated sources' root
 * @param packageName of the classes there
 */
record Rac(Installation openjml, Path sources, String packageName, PrintStream out) {

    private static final int SECONDS = 600;

    /** Copies the product's classes and compiles checks into these types' ones; those that it could not stay as they are. */
    Set<String> instrument(Set<String> types, Path classes, Path into)
            throws Absent, IOException, InterruptedException {
        try (var files = Files.walk(classes)) {
            for (Path file : files.toList()) {
                Path copy = into.resolve(classes.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        if (compile(types, into).isEmpty()) {
            return types;
        }
        Set<String> done = new TreeSet<>();
        for (String type : types) {
            String failure = compile(Set.of(type), into);
            if (failure.isEmpty()) {
                done.add(type);
            } else {
                out.println("NO CHECKS in " + type + ": " + failure);
            }
        }
        return done;
    }

    /** Empty, or why it failed. */
    private String compile(Set<String> types, Path into) throws Absent, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--rac",
                "--spec-math=java",
                "-implicit:none",
                "-d",
                into.toString(),
                "-sourcepath",
                sources.toString()));
        Path folder = sources.resolve(packageName.replace('.', '/'));
        types.forEach(type -> arguments.add(folder.resolve(type + ".java").toString()));
        Run run = openjml.run(arguments, sources, SECONDS);
        return run.exit() == 0
                ? ""
                : run.output()
                        .lines()
                        .filter(line -> line.contains("error: ") || line.contains("Exception"))
                        .findFirst()
                        .orElse("exit code " + run.exit());
    }
}
