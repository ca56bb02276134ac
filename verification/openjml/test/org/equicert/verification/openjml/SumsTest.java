package org.equicert.verification.openjml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sum's function is the sum, and sums of the same form are the same function. */
class SumsTest {

    private final Sums sums = new Sums();

    @Test
    void aSumIsACall() {
        assertEquals(
                "s == Sums.sum0(n, a, s, d, b, 0, 1)",
                sums.lift("s == (\\sum int i; 0 <= i && i < n; a[s + i * d] * b[i])"));
        assertTrue(
                sums.source("", true)
                        .contains("ensures \\result == (n <= 0 ? 0 : sum0(n - 1, p0, p1, p2, p3, p4, p5)"
                                + " + (Total.entry(p0, p1, (n - 1), p2) * Total.entry(p3, p4, (n - 1), p5)));"),
                sums.source("", true));
        assertTrue(
                sums.source("", true)
                        .contains(
                                "sum0(\\bigint n, long[] p0, \\bigint p1, \\bigint p2, long[] p3, \\bigint p4, \\bigint p5);"),
                sums.source("", true));
        assertFalse(sums.source("", false).contains("ensures"));
    }

    @Test
    void theSameFormIsTheSameFunction() {
        sums.lift("(\\sum int i; 0 <= i && i < n; a[s + i * d] * b[i])");
        assertEquals(
                "Sums.sum0(k + 1, x, x0 + j * e, 1, y, 0, c)",
                sums.lift("(\\sum int q; 0 <= q && q < k + 1; x[x0 + j * e + q] * y[q * c])"));
        assertEquals("Sums.sum1(n, a, 0, 1)", sums.lift("(\\sum int i; 0 <= i && i < n; a[i])"));
        assertEquals("Sums.sum2(n, a, s)", sums.lift("(\\sum int i; 0 <= i && i < n; a[s])"));
        assertEquals("Sums.sum3(n, k)", sums.lift("(\\sum int i; 0 <= i && i < n; i * k)"));
    }

    @Test
    void aSumWithinASum() {
        assertEquals(
                "Sums.sum1(m, n, a, s, e, 1, b, t, 1)",
                sums.lift(
                        "(\\sum int j; 0 <= j && j < m; (\\sum int i; 0 <= i && i < n; a[s + i + j * e]) * b[t + j])"));
        assertTrue(
                sums.source("", true)
                        .contains("(Sums.sum0(p0, p1, p2 + (n - 1) * p3, p4) * Total.entry(p5, p6, (n - 1), p7))"),
                sums.source("", true));
    }

    @Test
    void linesStayWhereTheyAre() {
        assertEquals("x == Sums.sum0(n, a, 0, 1)\n;", sums.lift("x == (\\sum int i; 0 <= i && i < n;\n  @  a[i]);"));
    }

    /** OpenJML then says that it has no word for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\\sum int i; 1 <= i && i < n; a[i])",
                "(\\sum int i; 0 <= i && i < i; a[i])",
                "(\\sum int i; 0 <= i && i <= n; a[i])",
                "(\\sum int i; 0 <= i && i < n; a[i * i])",
                "(\\sum int i; 0 <= i && i < n; a[n - i])",
                "(\\sum int i; 0 <= i && i < n; a[k < 0 ? 0 : k + i])",
                "(\\sum int i; 0 <= i && i < n; a[b[i]])",
                "(\\sum int i; 0 <= i && i < n; f(i))",
                "(\\sum int i; 0 <= i && i < n; (\\num_of int j; 0 <= j && j < i; a[j] == 0))"
            })
    void anyOtherSumStays(String sum) {
        assertEquals(sum, sums.lift(sum));
    }
}
