package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.equicert.number.Numbers.Finite;

/** Fractions: an ordered field, in lowest terms, against integers multiplied crosswise. */
@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class RationalProperties {
    private static final Rationals FIELD = new Rationals();

    private static void assertIs(BigInteger numerator, BigInteger denominator, Rational x) {
        assertEquals(numerator.multiply(x.denominator()), x.numerator().multiply(denominator));
        assertEquals(1, x.denominator().signum());
        assertEquals(BigInteger.ONE, x.numerator().gcd(x.denominator()));
    }

    @Property(tries = 10_000)
    void resultsAreTheFractionsOfIntegersInLowestTerms(@ForAll Rational x, @ForAll Rational y) {
        BigInteger a = x.numerator();
        BigInteger b = x.denominator();
        BigInteger c = y.numerator();
        BigInteger d = y.denominator();
        assertIs(a.multiply(d).add(b.multiply(c)), b.multiply(d), FIELD.plus(x, y));
        assertIs(a.multiply(d).subtract(b.multiply(c)), b.multiply(d), FIELD.minus(x, y));
        assertIs(a.multiply(c), b.multiply(d), FIELD.times(x, y));
        if (c.signum() != 0) {
            assertIs(a.multiply(d), b.multiply(c), FIELD.over(x, y));
        }
        assertEquals(a.multiply(d).compareTo(c.multiply(b)), x.compareTo(y));
        assertEquals(a.multiply(d).equals(c.multiply(b)), x.equals(y));
    }

    @Property(tries = 3_000)
    void theAxiomsOfAFieldHold(@ForAll Rational x, @ForAll Rational y, @ForAll Rational z) {
        assertEquals(FIELD.plus(x, FIELD.plus(y, z)), FIELD.plus(FIELD.plus(x, y), z));
        assertEquals(FIELD.times(x, FIELD.times(y, z)), FIELD.times(FIELD.times(x, y), z));
        assertEquals(FIELD.plus(x, y), FIELD.plus(y, x));
        assertEquals(FIELD.times(x, y), FIELD.times(y, x));
        assertEquals(FIELD.times(x, FIELD.plus(y, z)), FIELD.plus(FIELD.times(x, y), FIELD.times(x, z)));
        assertEquals(x, FIELD.plus(x, FIELD.zero()));
        assertEquals(x, FIELD.times(x, FIELD.one()));
        assertEquals(FIELD.zero(), FIELD.plus(x, FIELD.negate(x)));
        if (x.signum() != 0) {
            assertEquals(FIELD.one(), FIELD.times(x, FIELD.over(FIELD.one(), x)));
        }
    }

    @Property(tries = 10_000)
    void theOrderRespectsSumsAndProducts(@ForAll Rational x, @ForAll Rational y, @ForAll Rational z) {
        assertEquals(x.compareTo(y), x.plus(z).compareTo(y.plus(z)));
        assertEquals(x.compareTo(y) * z.signum(), x.times(z).compareTo(y.times(z)));
        assertEquals(Sign.of(x.compareTo(y)), FIELD.sign(FIELD.minus(x, y)));
    }

    @Property(tries = 10_000)
    void aDoubleIsConvertedExactlyAndBack(@ForAll Finite x) {
        assertEquals(x.value() + 0.0, Rational.of(x.value()).toDouble());
        BigDecimal decimal = new BigDecimal(x.value());
        assertIs(decimal.unscaledValue(), BigInteger.TEN.pow(Math.max(0, decimal.scale())), Rational.of(x.value()));
    }

    @Property(tries = 10_000)
    void theNearestDoubleIsNearest(@ForAll Rational x) {
        Assume.that(x.signum() != 0);
        double nearest = x.toDouble();
        Rational distance = Rational.of(nearest).minus(x).abs();
        for (double other : new double[] {Math.nextUp(nearest), Math.nextDown(nearest)}) {
            assertTrue(Double.isInfinite(other)
                    || distance.compareTo(Rational.of(other).minus(x).abs()) <= 0);
        }
    }

    @Example
    void tiesGoToTheEvenDouble() {
        Rational half = Rational.of(1, 2);
        Rational ulp = Rational.of(Math.ulp(1.0));
        assertEquals(1.0, Rational.ONE.plus(ulp.times(half)).toDouble());
        assertEquals(
                1 + 2 * Math.ulp(1.0),
                Rational.ONE.plus(ulp).plus(ulp.times(half)).toDouble());
        Rational beyondTheTie = Rational.of(0x1p-300);
        assertEquals(
                1 + Math.ulp(1.0),
                Rational.ONE.plus(ulp.times(half)).plus(beyondTheTie).toDouble());
        assertEquals(0.0, Rational.of(Double.MIN_VALUE).times(half).toDouble());
        Rational third = Rational.of(1, 3);
        assertEquals(
                Double.MIN_VALUE,
                Rational.of(Double.MIN_VALUE).times(third.plus(third)).toDouble());
        Rational huge = Rational.of(Double.MAX_VALUE);
        assertEquals(-Double.MAX_VALUE, huge.times(huge).negate().toDouble());
    }

    @Example
    void whatCannotBeDecidedSaysWhy() {
        Undecided singular = assertThrows(Undecided.class, () -> FIELD.over(Rational.ONE, Rational.ZERO));
        assertEquals(Undecided.Reason.SINGULAR, singular.reason());
        Undecided kink = assertThrows(Undecided.class, () -> FIELD.relu(Rational.ZERO));
        assertEquals(Undecided.Reason.KINK, kink.reason());
        Undecided capability = assertThrows(Undecided.class, () -> FIELD.exp(Rational.ONE));
        assertEquals(Undecided.Reason.CAPABILITY, capability.reason());
        Undecided width = assertThrows(Undecided.class, () -> {
            for (Rational x = Rational.of(3L); ; x = FIELD.times(x, x)) {}
        });
        assertEquals(Undecided.Reason.WIDTH, width.reason());
    }

    @Example
    void magnitudesOfNumbersThatAreNotZeroArePositiveAndFinite() {
        Rational tiny = Rational.of(Double.MIN_VALUE);
        assertEquals(Double.MIN_VALUE, FIELD.magnitude(FIELD.times(tiny, tiny)));
        assertEquals(Double.MAX_VALUE, FIELD.magnitude(FIELD.over(Rational.ONE, tiny)));
        assertEquals(0.0, FIELD.magnitude(Rational.ZERO));
        assertEquals(0.75, FIELD.magnitude(Rational.of(-3, 4)));
    }

    @Example
    void fractionsPrintInLowestTerms() {
        assertEquals("-22/7", Rational.of(44, -14).toString());
        assertEquals("5", Rational.of(5L).toString());
    }
}
