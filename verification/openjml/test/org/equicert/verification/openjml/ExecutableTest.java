package org.equicert.verification.openjml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contract that is checked at run time says what it says to KeY, and what is left out is said. */
class ExecutableTest {

    private static final Path REFERENCE = Path.of("../..", OpenJml.REFERENCE);
    /** A model method, or a sum. */
    private static final String ADDED = "/\\*@ pure skiprac @\\*/ .*?; \\}(?= ?/\\*@|\\n)";

    private static final String MODEL = "/*@ public model_behavior requires true; accessible a.*;"
            + " public static model \\bigint f(long[] a, \\bigint n) { return %s; } @*/\n";

    private static Executable translate(String body) {
        return Executable.translate(Map.of("T", "public final class T {\n" + body + "}\n"));
    }

    /** A postcondition of a method on a, b, i and n, as it is checked. */
    private static String ensured(String said) {
        String text = translate(MODEL.formatted("a[n]") + "/*@ public normal_behavior\n  @ ensures " + said
                        + ";\n  @ assignable \\strictly_nothing;\n  @*/\n"
                        + "public static long g(long[] a, long[] b, int i, long n) { return 0; }\n")
                .classes()
                .get("T");
        int start = text.indexOf("ensures ") + "ensures ".length();
        return text.substring(start, text.indexOf(";\n", start));
    }

    private static Executable contract(String clauses, String frame) {
        return translate("/*@ public behavior\n  @ " + clauses + "\n  @ assignable " + frame
                + ";\n  @*/\npublic static void g(long[] a, int i) {}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " becomes ",
            value = {
                "i < a.length becomes i < a.length",
                "n * n <= i becomes !Whole.less(Whole.of(i), Whole.times(Whole.of(n), Whole.of(n)))",
                "i >= i + 1 becomes !Whole.less(Whole.of(i), Whole.plus(Whole.of(i), Whole.of(1)))",
                "a[i + 1] == -n becomes Whole.same(Whole.of(a[Whole.index(Whole.plus(Whole.of(i), Whole.of(1)))]),"
                        + " Whole.minus(Whole.of(0), Whole.of(n)))",
                "i - 1 - 2 != 0 becomes !Whole.same(Whole.minus(Whole.minus(Whole.of(i), Whole.of(1)), Whole.of(2)), Whole.of(0))",
                "i % 2 / 3 > 1 becomes Whole.less(Whole.of(1), Whole.quotient(Whole.remainder(Whole.of(i), Whole.of(2)), Whole.of(3)))",
                "f(a, i) == \\result becomes Whole.same(f(a, Whole.of(i)), Whole.of(\\result))",
                "T.f(a, 1) == 0 becomes Whole.same(T.f(a, Whole.of(1)), Whole.of(0))",
                "!(i == 0) ==> a != b || i == 1 && i == 2 becomes !(i == 0) ==> a != b || i == 1 && i == 2",
                "(i == 0 ? 1 : n + 1) == 2 becomes"
                        + " Whole.same(((i == 0 ? Whole.of(1) : Whole.plus(Whole.of(n), Whole.of(1)))), Whole.of(2))",
                "\\old(f(a, n)) == n becomes Whole.same((f(a, Whole.of(n))), Whole.of(n))",
                "(\\forall int j; 0 <= j && j < n + 1; a[j] == n + 1) becomes (\\forall int j; 0 <= j && j <"
                        + " Whole.index(Whole.plus(Whole.of(n), Whole.of(1))); Whole.same(Whole.of(a[j]),"
                        + " Whole.plus(Whole.of(n), Whole.of(1))))"
            })
    void arithmeticIsWithoutBound(String said, String checked) {
        assertEquals(checked, ensured(said));
    }

    @Test
    void aSumIsAFunction() {
        assertEquals(
                "Whole.same(fold0(a, b, i, n, 0, i), Whole.of(n))",
                ensured("(\\sum int j; 0 <= j && j < i; a[j] * b[i]) == n"));
        String text = translate(
                        "/*@ public normal_behavior\n  @ ensures (\\product int j; 1 <= j && j <= n; a[j]) == 1;\n  @*/\n"
                                + "public static void g(long[] a, int n) {}\n")
                .classes()
                .get("T");
        assertTrue(
                text.contains("/*@ pure skiprac @*/ public static Whole fold0(long[] a, int n, int low, int high)"
                        + " { return Whole.product(low, high, j -> Whole.of(a[j])); }"),
                text);
        assertTrue(text.contains("fold0(a, n, 1, Whole.index(Whole.plus(Whole.of(n), Whole.of(1))))"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " becomes ",
            value = {
                "(\\sum int j; 0 <= j && j < n; a[j]) becomes Whole.sum(0, Whole.index(n), j -> Whole.of(a[j]))",
                "(\\sum int i; 0 <= i && i < n; (\\sum int j; i <= j && j < n; a[j])) becomes Whole.sum(0,"
                        + " Whole.index(n), i -> Whole.sum(i, Whole.index(n), j -> Whole.of(a[j])))",
                "n <= 0 ? 0 : f(a, n - 1) becomes"
                        + " (!Whole.less(Whole.of(0), n) ? Whole.of(0) : f(a, Whole.minus(n, Whole.of(1))))"
            })
    void aModelMethodIsAJavaMethod(String body, String java) {
        String text =
                translate(MODEL.formatted(body.replace("\\\\", "\\"))).classes().get("T");
        assertTrue(text.contains("f(long[] a, Whole n) { return " + java + "; }"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " becomes ",
            value = {
                "(\\forall int j; 0 <= j && j < 2 && a[j] == 0; a[j] == 1 ==> a[j] == 2) becomes"
                        + " Whole.all(0, 2, j -> !(a[j] == 0) || !(a[j] == 1) || (a[j] == 2))",
                "(\\exists int j; 0 <= j && j < 2 && a[j] == 0; a[j] == 1 <==> a[j] == 2) becomes"
                        + " Whole.any(0, 2, j -> (a[j] == 0) && ((a[j] == 1) == (a[j] == 2)))",
            })
    void aQuantifierIsALoop(String body, String java) {
        String text = translate(
                        "/*@ public model_behavior requires true; public static model boolean p(long[] a) { return "
                                + body.replace("\\\\", "\\") + "; } @*/\n")
                .classes()
                .get("T");
        assertTrue(text.contains("p(long[] a) { return " + java + "; }"), text);
    }

    @Test
    void aMethodChecksItsOwnContract() {
        Executable executable = contract("requires i == 0;\n  @ ensures i == 0;", "\\strictly_nothing");
        String text = executable.classes().get("T");
        assertTrue(text.contains("private behavior"), text);
        assertTrue(text.contains("assignable \\nothing;"), text);
        assertTrue(text.contains(" pure @*/"), text);
        assertEquals(2, executable.clauses().get("T"));
        assertEquals(List.of(), executable.left());
    }

    @Test
    void anExceptionHasItsCondition() {
        String text = contract(
                        "signals_only ArithmeticException;\n  @ signals (ArithmeticException e) i + i > 0;",
                        "\\nothing")
                .classes()
                .get("T");
        assertTrue(text.contains("signals_only ArithmeticException;"), text);
        assertTrue(text.contains("signals (ArithmeticException e) Whole.less(Whole.of(0), Whole.plus("), text);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        Executable executable = contract(
                "ensures \\fresh(a);\n  @ ensures a[i] == \\old(a[i]);\n  @ ensures (\\max int j; j < i; j) == 0;",
                "a[*]");
        assertEquals(0, executable.clauses().get("T"));
        assertEquals(
                List.of(
                        "T.g: that an object is new, or keeps its invariant",
                        "T.g: what compares an array's cells with those before",
                        "T.g: \\max, which OpenJML does not execute",
                        "T.g: that no other array cell changes"),
                executable.left().stream()
                        .map(l -> l.where() + ": " + l.reason())
                        .toList());
        assertFalse(executable.classes().get("T").contains("ensures"));
    }

    @Test
    void theReferenceKeepsItsCodeAndItsLines() throws IOException {
        Map<String, String> classes = Sources.read(REFERENCE).classes();
        Executable executable = Executable.translate(classes);
        classes.forEach((type, text) -> {
            String translated = executable.classes().get(type);
            assertEquals(code(text), code(translated.replaceAll(ADDED, "")), "the code of " + type);
            assertEquals(text.lines().count(), translated.lines().count(), type);
            assertFalse(translated.contains("\\bigint"), type);
        });
    }

    /** Every clause of the reference is checked or accounted for. */
    @Test
    void nothingIsLost() throws IOException {
        Map<String, String> classes = Sources.read(REFERENCE).classes();
        Executable executable = Executable.translate(classes);
        long said = classes.values().stream()
                .flatMap(text -> Dialect.JML.matcher(text).results())
                .map(jml -> jml.group())
                .filter(jml -> jml.contains("behavior") && !jml.contains("model_behavior"))
                .flatMap(jml -> Pattern.compile("(?m)^[ @/*]*(requires|ensures|signals) ")
                        .matcher(jml)
                        .results())
                .count();
        long lost = executable.left().stream()
                .filter(l -> !l.reason().equals("that no other array cell changes"))
                .filter(l -> !l.reason().startsWith("that an object"))
                .count();
        int checked = executable.clauses().values().stream().mapToInt(n -> n).sum();
        assertTrue(
                checked + lost <= said && said <= checked + executable.left().size(),
                checked + ", " + lost + ", " + said);
    }

    private static String code(String text) {
        return String.join("", Dialect.JML.splitAsStream(text).toList()).replaceAll("\\s+", " ");
    }
}
