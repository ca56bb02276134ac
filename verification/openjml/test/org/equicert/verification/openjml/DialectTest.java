package org.equicert.verification.openjml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.equicert.verification.openjml.Dialect.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The translation says no more than the sources do, and OpenJML's messages keep their lines. */
class DialectTest {

    private static final Path REFERENCE = Path.of("../..", OpenJml.REFERENCE);

    private static String shown(String jml) {
        return Dialect.translate(jml, Definitions.SHOWN, new Sums());
    }

    private static String total(String jml) {
        return Dialect.translate(jml, Definitions.SHOWN_TOTAL, new Sums());
    }

    private static String definition(String parameters, String body) {
        return Dialect.ModelMethod.parse("public model_behavior requires true; accessible a.*;"
                        + " public static model \\bigint f(" + parameters + ") { return " + body + "; }")
                .definition();
    }

    @Test
    void contractsKeepTheirWords() {
        String contract = "/*@ public normal_behavior\n  @   requires a.length == n;\n  @   ensures f(a);\n"
                + "  @   assignable \\nothing;\n  @*/\npublic static void g() {}\n";
        assertEquals(contract, shown(contract));
        assertEquals(contract, shown(contract.replace("\\nothing", "\\strictly_nothing")));
    }

    @Test
    void aLoopFramesNothing() {
        String loop =
                "/*@ loop_invariant 0 <= i;\n  @ assignable c[*];\n  @ decreases n - i;\n  @*/\nfor (int i = 0; i < n; i++) {}";
        assertFalse(shown(loop).contains("assignable"));
        assertFalse(shown(loop).contains("modifies"));
        assertEquals(loop.lines().count(), shown(loop).lines().count());
    }

    @Test
    void inALoopOldSeesOnlyWhatItCan() {
        String loop =
                "/*@ loop_invariant t == \\old(f(a, i)) && \\old(f(a, n)) == 0; @*/\nfor (int i = 0; i < n; i++) {}";
        assertTrue(shown(loop).contains("t == (f(a, i)) && \\old(f(a, n)) == 0"), shown(loop));
    }

    @Test
    void assertionsAreHints() {
        assertEquals("", shown("//@ assert nonnegative(x, y);"));
    }

    @Test
    void aSumIsARecursion() {
        assertEquals(
                "\\result == (n <= 0 ? 0 : f(a, n - 1) + (Total.entry(a, (n - 1)) * 2))",
                definition("long[] a, \\bigint n", "(\\sum int i; 0 <= i && i < n; a[i] * 2)"));
        assertEquals(
                "\\result == (to <= from ? 1 : f(s, from, to - 1) * (Total.entry(s, (to - 1))))",
                definition("int[] s, \\bigint from, \\bigint to", "(\\product int i; from <= i && i < to; s[i])"));
    }

    @Test
    void anIndexNeedNotBeInRangeInADefinition() {
        assertEquals(
                "\\result == (i < k ? Total.entry(a, i) : Total.entry(a, Total.entry(a, i) - k))",
                definition("int[] a, \\bigint k, \\bigint i", "i < k ? a[i] : a[a[i] - k]"));
        assertEquals(
                "\\result == ((\\forall int i; 0 <= i; a[i] == 0))",
                definition("long[] a", "(\\forall int i; 0 <= i; a[i] == 0)"));
    }

    @Test
    void whereReadsAreTotalNoIndexNeedBeInRange() {
        assertEquals(
                "/*@ requires Total.entry(f.op, i) == 0;\n  @ ensures Total.entry(a, Total.entry(b, k, 1)) == 0;\n"
                        + "  @ assignable c[i]; @*/",
                total("/*@ requires f.op[i] == 0;\n  @ ensures a[b[k + 1]] == 0;\n  @ assignable c[i]; @*/"));
        assertEquals("/*@ ensures \\result[i] == 0; @*/", total("/*@ ensures \\result[i] == 0; @*/"));
        assertEquals("/*@ ensures a[i] == 0; @*/", shown("/*@ ensures a[i] == 0; @*/"));
    }

    @Test
    void anIndexThatIsASumIsReadInParts() {
        assertEquals("Total.entry(a, s, i)", Total.values("a[s + i]"));
        assertEquals("Total.entry(a, s + t, i, d)", Total.values("a[s + t + i * d]"));
        assertEquals("Total.entry(a, s, (e + j), d)", Total.values("a[s + (e + j) * d]"));
        assertEquals("Total.entry(a, s + j - r)", Total.values("a[s + j - r]"));
        assertEquals("Total.entry(a, k < 0 ? s : s + j)", Total.values("a[k < 0 ? s : s + j]"));
        assertEquals(
                "(\\forall int i; 0 <= i; Total.entry(a, s, i) == 0)",
                Total.values("(\\forall int i; 0 <= i; a[i + s] == 0)"));
    }

    @Test
    void aDivisorNeedNotBeApartFromZero() {
        assertEquals("Total.quotient(x, y) == z", Total.values("x / y == z"));
        assertEquals(
                "Total.quotient(Total.quotient(o, Q), t) * s + Total.remainder(Total.quotient(o, Q), t)",
                Total.values("o / Q / t * s + o / Q % t"));
        assertEquals("Total.quotient((p * t + q) * s, n)", Total.values("(p * t + q) * s / n"));
        assertEquals("f(Total.quotient(o, n), i) * 2", Total.values("f(o / n, i) * 2"));
        assertEquals("Total.entry(a, Total.remainder(o, n))", Total.values("a[o % n]"));
        assertEquals("Total.quotient(\\result, T) == -s * t", Total.values("\\result / T == -s * t"));
    }

    @Test
    void totalReadsAreInDefinitionsToo() {
        String jml = "/*@ public model_behavior requires true; accessible a.*;"
                + " public static model boolean f(long[] a, \\bigint n) { return (\\forall int i; 0 <= i && i < n; a[i] == 0); } @*/";
        assertTrue(total(jml).contains("(\\forall int i; 0 <= i && i < n; Total.entry(a, i) == 0)"), total(jml));
        assertTrue(total(jml).contains("f(long[] a, \\bigint n);"), total(jml));
        assertTrue(shown(jml).contains("a[i] == 0"), shown(jml));
    }

    @Test
    void aRecursionGoesDownToZero() {
        assertEquals(
                "\\result == (k <= 0 ? 0 : f(a, k - 1) + 1)",
                definition("long[] a, \\bigint k", "k <= 0 ? 0 : f(a, k - 1) + 1"));
    }

    /** Each of these equations has no solution, or more than one: as an axiom it would say what the source does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(k) + 1",
                "k <= 0 ? 0 : f(k) + 1",
                "k <= 0 ? 0 : f(k + 1)",
                "k == 0 ? 0 : f(k - 1)",
                "0 <= k ? 0 : f(k - 1)",
                "k <= 0 ? 0 : f(k - 1) + f(k)",
                "(\\sum int i; 0 <= i && i < k; f(i))",
                "(\\sum int i; 0 <= i && i < k; k)",
                "(\\sum int i; 0 <= i && i < 2 * k; i)",
                "1 + (\\sum int i; 0 <= i && i < k; i)"
            })
    void whatIsNoDefinitionStaysHidden(String body) {
        String jml = "/*@ public model_behavior requires true; accessible \\nothing;"
                + " public static model \\bigint f(\\bigint k) { return " + body + "; } @*/";
        assertFalse(shown(jml).contains("ensures"), shown(jml));
        assertTrue(shown(jml).contains("f(\\bigint k);"), shown(jml));
    }

    @Test
    void hiddenSaysNothing() {
        String jml = "/*@ public model_behavior requires true; ensures \\result == 7; accessible \\nothing;"
                + " public static model \\bigint f(\\bigint k) { return 7; } @*/";
        assertFalse(Dialect.translate(jml, Definitions.HIDDEN, new Sums()).contains("ensures"));
    }

    /** A lemma in a model method's contract rests on a descent that OpenJML does not check. */
    @Test
    void onlyTheBodyDefines() {
        String jml = "/*@ public model_behavior requires true; ensures \\result && 0 <= k; accessible \\nothing;"
                + " public static model boolean f(\\bigint k) { return k <= 0 || f(k - 1); } @*/";
        assertTrue(shown(jml).contains("ensures \\result == (k <= 0 || f(k - 1));"), shown(jml));
        assertFalse(shown(jml).contains("0 <= k"), shown(jml));
    }

    @ParameterizedTest
    @EnumSource(Definitions.class)
    void everyLineStaysWhereItIs(Definitions definitions) throws IOException {
        Map<String, String> classes = Sources.read(REFERENCE).classes();
        Map<String, String> translated = Dialect.translate(classes, definitions);
        classes.forEach((type, text) -> {
            List<String> before = Dialect.JML.splitAsStream(text).toList();
            List<String> after = Dialect.JML.splitAsStream(translated.get(type)).toList();
            assertEquals(
                    String.join("", before).replaceAll("\\s+", " "),
                    String.join("", after).replaceAll("\\s+", " "),
                    "the code of " + type);
            assertEquals(text.lines().count(), translated.get(type).lines().count(), type);
        });
    }
}
