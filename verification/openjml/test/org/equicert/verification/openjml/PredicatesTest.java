package org.equicert.verification.openjml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A predicate's body says what the predicate says, wherever it stands. */
class PredicatesTest {

    private final Predicates predicates = Predicates.of(Map.of(
            "Thing",
            model("small(long[] a, \\bigint k, \\bigint i)", "a[i] < k && a.length < MAX && f(i) == Other.g(k)")
                    + model("down(\\bigint k)", "k <= 0 || down(k - 1)")
                    + model("all(long[] a)", "(\\forall int i; 0 <= i && i < a.length; a[i] == 0)")));

    private static String model(String head, String body) {
        return "/*@ public model_behavior requires true; public static model boolean " + head + " { return " + body
                + "; } @*/\n";
    }

    @Test
    void theBodyStandsForThePredicate() {
        String body = "b[j] < f.k && b.length < Thing.MAX && Thing.f(j) == Other.g(f.k)";
        assertEquals(
                "(\\forall int j; 0 <= j && j < n; " + body + ") && x",
                predicates.unfold("(\\forall int j; 0 <= j && j < n; small(b, f.k, j)) && x", "Thing"));
        assertEquals(
                "(\\forall int j; 0 <= j; " + body + ")",
                predicates.unfold("(\\forall int j; 0 <= j; Thing.small(b, f.k, j))", "Other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "small(a, k, i)",
                "(\\forall int j; 0 <= j; small(a, k + 1, j))",
                "(\\forall int j; 0 <= j; small(a, k, j) || j == 7)",
                "(\\forall int j; 0 <= j; down(j))",
                "(\\forall int j; 0 <= j; all(a))",
                "(\\forall int j; 0 <= j; unknown(j))",
                "(\\forall int j; 0 <= j; Other.small(a, k, j))"
            })
    void anythingElseStays(String text) {
        assertEquals(text, predicates.unfold(text, "Thing"));
    }
}
