package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ban catches what it is there for, and innocent text passes. */
class BansTest {

    static Stream<String> unsound() {
        return Stream.of(
                "//@ assume x > 0;",
                "/*@ axiom false; @*/",
                "/*@ requires_free x > 0; @*/",
                "/*@ loop_invariant_free x > 0; @*/",
                "x(); //@ nowarn",
                "//@ skipesc",
                "/*+KEY@ diverges true; @*/",
                "/*@ requires false; @*/",
                "/*@ code_java_math @*/",
                "/*@ ensures \\dl_f(x); @*/",
                "/*@ public static model int f(int x); @*/",
                "/*@ ensures false; @*/ static native void f();",
                "abstract class X {}",
                "interface X {}",
                "import java.util.List;");
    }

    @ParameterizedTest
    @MethodSource
    void unsound(String text) {
        assertEquals(1, violations("class X {\n\n" + text + "\n}").size(), text);
        assertTrue(violations("class X {\n\n" + text + "\n}").getFirst().startsWith("X.java:3: "));
    }

    static Stream<String> harmless() {
        return Stream.of(
                "// we assume nothing",
                "/** An interface to nothing: import, native, abstract; axiom. */",
                "String s = \"native interface\";",
                "/*@ public static model boolean f(int x) { return x > 0; } @*/",
                "//@ assert x > 0;");
    }

    @ParameterizedTest
    @MethodSource
    void harmless(String text) {
        assertEquals(List.of(), violations(text));
    }

    @Test
    void everyBanHasAnExample() {
        for (Bans ban : Bans.ALL) {
            assertTrue(
                    unsound()
                            .anyMatch(text ->
                                    violations(text).stream().anyMatch(v -> v.contains("'" + ban.what() + "'"))),
                    ban.what());
        }
    }

    private static List<String> violations(String text) {
        return Bans.violations(Sources.of(Path.of("."), Map.of("X", text)));
    }

    @Test
    void methodsThatProveEachOtherAreFound() {
        String circle = "class X {\n    static void f() {\n        Y.g();\n    }\n}";
        Sources both = Sources.of(
                Path.of("."), Map.of("X", circle, "Y", "class Y {\n    static void g() {\n        X.f();\n    }\n}"));
        assertEquals(2, Recursion.violations(both).size());
        Sources line = Sources.of(Path.of("."), Map.of("X", circle, "Y", "class Y {\n    static void g() {}\n}"));
        assertEquals(List.of(), Recursion.violations(line));
    }
}
