package org.equicert.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs, run beside the adapter in whose module this is run; where there is no library, there is nothing to run. */
class ProgramsTest {
    private static final Path ADAPTER = Path.of("");

    private static Library library() {
        Optional<Library> library = ServiceLoader.load(Library.class).findFirst();
        assumeTrue(library.isPresent(), "no library");
        return library.orElseThrow();
    }

    @TempDir
    Path folder;

    /** Of every function, as values and as gradients with two cotangents, in both precisions. */
    @Test
    void programAndAdapterSayTheSame() throws Exception {
        Library library = library();
        Reproduction writer = new Reproduction(ADAPTER);
        assertEquals(Set.copyOf(library.describe().functions()), writer.functions());
        List<JsonNode> nodes = Tasks.of(writer.functions());
        List<Path> files = new ArrayList<>();
        for (JsonNode node : nodes) {
            String text = writer.program(Task.read(node))
                    .replaceFirst("System\\.exit.*", "System.getProperties().put(\"said\", actual);");
            files.add(Files.writeString(folder.resolve("Program" + files.size() + ".java"), text));
        }
        compile(files);
        int answered = 0;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (int i = 0; i < nodes.size(); i++) {
                Task task = Task.read(nodes.get(i));
                Class<?> program = loader.loadClass("Program" + i);
                String expected =
                        said(() -> shown(task, library.answer(task.question()).entries()));
                assertEquals(expected, said(() -> run(program)), Files.readString(files.get(i)));
                answered += expected.startsWith("[") ? 1 : 0;
            }
        }
        assertTrue(answered > nodes.size() * 9 / 10, answered + " of " + nodes.size() + " were answered");
    }

    /** As the program shows it: of many entries the wrong one. */
    private static double[] shown(Task task, double[] entries) {
        boolean isLarge = task.expected().entries().length > 16;
        return isLarge ? new double[] {entries[task.place()]} : entries;
    }

    private static double[] run(Class<?> program) throws Exception {
        Constructor<?> constructor = program.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method main = program.getDeclaredMethod("main");
        main.setAccessible(true);
        try {
            main.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        return (double[]) System.getProperties().remove("said");
    }

    /** The entries, or the error that the library throws. */
    private static String said(Callable<double[]> answer) {
        try {
            return Arrays.toString(answer.call());
        } catch (Exception e) {
            return e.toString();
        }
    }

    private void compile(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
            assertTrue(compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call());
        }
    }

    /** A program ends with 1 where what it expects is not what the library says, and with 0 where it is. */
    @Test
    void whatItEndsWithIsWhetherTheAnswerIsWrong() throws Exception {
        Library library = library();
        Reproduction writer = new Reproduction(ADAPTER);
        JsonNode node = Tasks.of(Set.of("sum")).get(1);
        Task wrong = Task.read(node);
        Tensor right = library.answer(wrong.question());
        assertEquals(1, exitCode(writer.program(wrong)));
        assertEquals(0, exitCode(writer.program(new Task(wrong.question(), right, 0, 0))));
        assertEquals(1, exitCode(writer.program(new Task(wrong.question(), right, 0, Double.NaN))));
    }

    private int exitCode(String text) throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("Reproduction.java"), text);
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        libraries(),
                        program.toString())
                .inheritIO()
                .start();
        return java.waitFor();
    }

    /** The class path without ours and without what ours needs. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.matches(".*(equicert|fasterxml|junit).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
