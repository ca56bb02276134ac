package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Both prime fields against integers of any length and against the rationals. */
class PrimeFieldProperties {
    private static final List<PrimeField> FIELDS = List.of(PrimeField.SMALL, PrimeField.LARGE);

    private interface Check {
        void of(PrimeField field, BigInteger p, Draw draw);
    }

    private static void each(long seed, Check check) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            for (PrimeField field : FIELDS) {
                check.of(field, BigInteger.valueOf(field.prime()), draw);
            }
        }
    }

    /** Often 0, 1, −1, ½ and their neighbours. */
    private static long element(PrimeField field, Draw draw) {
        long x = draw.below(3) == 0 ? draw.between(-2, 2) + draw.below(2) * (field.prime() / 2) : draw.bits();
        return field.of(x);
    }

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void resultsAreTheRemaindersOfIntegers(@ForAll long seed) {
        each(seed, (field, p, draw) -> {
            long x = element(field, draw);
            long y = element(field, draw);
            assertEquals(big(x).add(big(y)).mod(p), big(field.plus(x, y)));
            assertEquals(big(x).subtract(big(y)).mod(p), big(field.minus(x, y)));
            assertEquals(big(x).multiply(big(y)).mod(p), big(field.times(x, y)));
            assertEquals(big(x).negate().mod(p), big(field.negate(x)));
            if (y != 0) {
                assertEquals(big(x).multiply(big(y).modInverse(p)).mod(p), big(field.over(x, y)));
                assertEquals(x, field.times(field.over(x, y), y));
            }
            int n = draw.between(-9, 99);
            if (n >= 0 || x != 0) {
                assertEquals(big(x).modPow(big(n), p), big(field.power(x, n)));
            }
        });
    }

    /** A homomorphism: the image of a rational result is the result of the images. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theImageOfARationalResultIsTheResultOfTheImages(@ForAll long seed) {
        Rationals q = new Rationals();
        each(seed, (field, p, draw) -> {
            double a = draw.finite();
            double b = draw.finite();
            Rational x = q.of(a);
            Rational y = q.of(b);
            assertEquals(field.of(x), field.of(a));
            assertEquals(field.of(x.plus(y)), field.plus(field.of(a), field.of(b)));
            assertEquals(field.of(x.times(y)), field.times(field.of(a), field.of(b)));
            if (field.of(b) != 0) {
                assertEquals(field.of(x.over(y)), field.over(field.of(a), field.of(b)));
            }
        });
    }

    @Example
    void whatAFieldOfRemaindersLacksIsUndecidedForItsReason() {
        for (PrimeField field : FIELDS) {
            assertEquals(Set.of(Capability.DIVISION), field.capabilities());
            assertTrue(BigInteger.valueOf(field.prime()).isProbablePrime(50));
            assertReason(Undecided.Reason.SINGULAR, () -> field.over(field.one(), field.zero()));
            assertReason(Undecided.Reason.SINGULAR, () -> field.of(Rational.of(1, field.prime())));
            assertReason(Undecided.Reason.CAPABILITY, () -> field.sqrt(field.one()));
            assertReason(Undecided.Reason.CAPABILITY, () -> field.sign(field.one()));
            assertReason(Undecided.Reason.CAPABILITY, () -> field.max(field.one(), field.zero()));
            assertReason(Undecided.Reason.CAPABILITY, () -> field.gamma(field.one()));
            assertThrows(IllegalArgumentException.class, () -> field.of(Double.NaN));
            assertThrows(IllegalArgumentException.class, () -> field.of(Double.POSITIVE_INFINITY));
            assertEquals(field.zero(), field.of(-0.0));
            assertEquals(field.one(), field.times(field.of(Double.MIN_VALUE), field.power(field.of(2L), 1074)));
        }
    }

    private static void assertReason(Undecided.Reason reason, org.junit.jupiter.api.function.Executable operation) {
        assertEquals(reason, assertThrows(Undecided.class, operation).reason());
    }
}
