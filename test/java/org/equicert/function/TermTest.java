package org.equicert.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.equicert.number.Capability;
import org.equicert.number.Doubles;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;
import org.equicert.number.Undecided;
import org.junit.jupiter.api.Test;

class TermTest {
    private static final Term X = Term.named("x");
    private static final Term Y = Term.named("y");

    private static double at(Term term, double x, double y) {
        return term.in(new Doubles(), Map.of("x", x, "y", y)::get);
    }

    @Test
    void aTermIsWrittenAsItIsEvaluated() {
        assertEquals(
                "(x + y)·(x − (y − 2))", X.plus(Y).times(X.minus(Y.minus(2))).toString());
        assertEquals("x/(y·x)", X.over(Y.times(X)).toString());
        assertEquals("−(x + y)", X.plus(Y).negated().toString());
        assertEquals("exp(0.5·x)/y", Term.exp(X.times(0.5)).over(Y).toString());
        assertEquals("(x if y > 0 else −x)", Term.cases(Y, X.negated(), X).toString());
    }

    @Test
    void aTermHasTheValueOfItsOperations() {
        assertEquals((3 + 5) * (3 - (5 - 2)), at(X.plus(Y).times(X.minus(Y.minus(2))), 3, 5));
        assertEquals(3.0 / (5 * 3), at(X.over(Y.times(X)), 3, 5));
        assertEquals(Math.atan2(3, 5), at(Term.atan2(X, Y), 3, 5));
        assertEquals(125, at(Term.pow(Y, X), 3, 5), 1e-12);
    }

    @Test
    void aTermNeedsWhatItsPartsNeed() {
        assertEquals(Set.of(), X.times(Y).plus(X).needs());
        assertEquals(Set.of(Capability.DIVISION), X.over(Y).plus(1).needs());
        assertEquals(
                Set.of(Capability.ORDER, Capability.ELEMENTARY, Capability.DIVISION),
                Term.cases(X, Term.exp(Y), Y.inverse()).needs());
    }

    @Test
    void aRatioIsExactWhateverItsLength() {
        long n = 1_673_263_242_354_377_285L;
        long d = 1_000_000_000_000_000_000L;
        Rational exact = Rational.of(BigInteger.valueOf(n), BigInteger.valueOf(d));
        assertEquals(exact, Term.ratio(n, d).in(new Rationals(), Map.<String, Rational>of()::get));
    }

    @Test
    void betweenTwoCasesThereIsAKink() {
        Term size = Term.cases(X, X.negated(), X);
        assertEquals(2.0, at(size, -2, 0));
        assertEquals(3.0, at(size, 3, 0));
        Undecided kink = assertThrows(Undecided.class, () -> at(size, 0, 0));
        assertEquals(Undecided.Reason.KINK, kink.reason());
    }
}
