package org.equicert.verification.openjml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.equicert.verification.openjml.Installation.Absent;
import org.equicert.verification.openjml.Installation.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@link Executable} leaves out or writes otherwise is still what OpenJML cannot do: the smallest programs on which it
 * fails. Where one of these tests fails, OpenJML has been mended, and the exclusion can go.
 */
@EnabledIfEnvironmentVariable(named = Installation.VARIABLE, matches = ".+")
class LeftOutTest {

    @TempDir
    private Path folder;

    private Run compile(String text) throws Absent, IOException, InterruptedException {
        Path source = folder.resolve("T.java");
        Files.writeString(source, "public class T {\n" + text + "}\n");
        return Installation.find(System.getenv(Installation.VARIABLE))
                .run(
                        List.of("--rac", "--nullable-by-default", "-d", folder.toString(), source.toString()),
                        folder,
                        300);
    }

    @Test
    void theLeastContractCompiles() throws Absent, IOException, InterruptedException {
        Run run = compile("//@ ensures i == 0;\nstatic void f(int i) {}\n");
        assertEquals(0, run.exit(), run.output());
    }

    @Test
    void bigintegersDoNotMultiply() throws Absent, IOException, InterruptedException {
        Run run = compile("//@ pure model static \\bigint square(\\bigint x) { return x * x; }\n");
        assertNotEquals(0, run.exit());
        assertTrue(run.output().contains("\\bigintValue"), run.output());
    }

    @Test
    void aFrameOfCellsIsFatal() throws Absent, IOException, InterruptedException {
        Run run = compile("//@ assignable a[*];\nstatic void f(long[] a) {}\n");
        assertEquals(4, run.exit(), run.output());
    }

    @Test
    void aFrameThatReadsAFieldIsFatalToCallers() throws Absent, IOException, InterruptedException {
        Run run = compile("final int k = 1;\n//@ assignable a[t.k + i];\nstatic void f(T t, int[] a, int i) {}\n"
                + "static void g(T t, int[] a) { f(t, a, 0); }\n");
        assertEquals(4, run.exit(), run.output());
        assertTrue(run.output().contains("AssertionError: \\old("), run.output());
    }

    @Test
    void whatWasBeforeIsFatalWithinAnArgument() throws Absent, IOException, InterruptedException {
        Run run = compile("//@ pure skiprac\nstatic long of(long x) { return x; }\n"
                + "//@ ensures (\\forall int o; 0 <= o && o < a.length && (o < i || i < o); of(a[o]) == of(\\old(a[o])));\n"
                + "static void f(long[] a, int i) {}\n");
        assertNotEquals(0, run.exit(), run.output());
    }

    /** What a program says that checks its contracts. */
    private String said(String text) throws Absent, IOException, InterruptedException {
        Run run = compile(text);
        assertEquals(0, run.exit(), run.output());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.jmlspecs.openjml.rac=exception",
                        "-cp",
                        folder + File.pathSeparator + Path.of(System.getenv(Installation.VARIABLE), "jmlruntime.jar"),
                        "T")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nobodyLooksWhetherAnObjectIsNew() throws Absent, IOException, InterruptedException {
        String said =
                said("static final int[] A = {};\n//@ ensures \\fresh(\\result);\nstatic int[] f() { return A; }\n"
                        + "public static void main(String[] a) { f(); System.out.println(\"not noticed\"); }\n");
        assertTrue(said.contains("not noticed"), said);
    }

    @Test
    void aProductOfIntsOverflows() throws Absent, IOException, InterruptedException {
        String said = said("//@ ensures (\\product int i; 0 <= i && i < s.length; s[i]) == 4294967296L;\n"
                + "static void f(int[] s) {}\n"
                + "public static void main(String[] a) { f(new int[] {65536, 65536}); }\n");
        assertTrue(said.contains("JML postcondition is false"), said);
    }
}
