package org.equicert.number;

import java.math.BigInteger;
import java.util.SplittableRandom;

/**
 * Cheap random numbers, for properties that draw many: of all sizes, near each other and far apart, short and long, exact
 * and wide. A property takes one seed a try and draws {@link #CASES} times from it: 10 by default, so that 1000 tries are
 * 10⁴ cases; {@code ./mvnw -Pnumbers test} makes it 1000 and runs 10⁶ cases of every operation.
 */
final class Draw {
    /** How many cases a property draws from one seed. */
    static final int CASES = Integer.getInteger("numbers.cases", 10);

    private static final double[] EXTREMES = {
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        -0.5,
        2.0,
        3.0,
        1 + Math.ulp(1.0),
        1 - Math.ulp(0.5),
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        1e-308,
        -1e308,
        Double.MAX_VALUE
    };

    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A ball, a ball within it, and a number within that one: often an end point. */
    record Sample(Ball outer, Ball inner, Dyadic point) {
        Ball exact() {
            return new Ball(point, Bound.ZERO);
        }
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    long bits() {
        return random.nextLong();
    }

    /** Any finite double: of any exponent, extreme, or of moderate size. */
    double finite() {
        return switch (random.nextInt(4)) {
            case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
            case 1 -> {
                double wild = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(wild) ? wild : 1;
            }
            default -> moderate();
        };
    }

    /** A double of size up to 256, often small or with few digits. */
    double moderate() {
        if (random.nextInt(8) == 0) {
            return random.nextInt(-64, 65) / 4.0;
        }
        return Math.scalb((double) random.nextLong(-(1L << 53), 1L << 53), random.nextInt(-60, -44));
    }

    /** A number of the size of {@code size}, with as many digits or with 150. */
    Dyadic number(double size) {
        if (size == 0 || random.nextInt(2) == 0) {
            return Dyadic.of(size);
        }
        BigInteger tail = new BigInteger(1, bytes(12));
        Dyadic x = Dyadic.of(size);
        return new Dyadic(x.mantissa().shiftLeft(96).add(tail), x.exponent() - 96);
    }

    private byte[] bytes(int n) {
        byte[] bytes = new byte[n];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A sample whose midpoint is of the size of {@code size}; one in four is a single number, the others of any width. */
    Sample sample(double size) {
        Dyadic mid = number(size);
        Bound radius = switch (random.nextInt(4)) {
            case 0 -> Bound.ZERO;
            case 1 -> Bound.above(Dyadic.of(moderate())).scaled(-random.nextInt(0, 60));
            case 2 -> Bound.above(mid).scaled(-random.nextInt(-1, 4));
            default -> Bound.above(mid).scaled(-random.nextInt(4, 200));
        };
        int where = sixteenths();
        Dyadic innerMid = mid.plus(times(radius, where));
        Bound left = Bound.down(radius.mantissa() * (16 - Math.abs(where)), radius.exponent() - 4);
        return new Sample(new Ball(mid, radius), new Ball(innerMid, left), innerMid.plus(times(left, sixteenths())));
    }

    private int sixteenths() {
        return random.nextInt(3) == 0 ? (random.nextBoolean() ? 16 : -16) : random.nextInt(-16, 17);
    }

    private static Dyadic times(Bound radius, int sixteenths) {
        return Dyadic.ofScaled(radius.mantissa() * sixteenths, radius.exponent() - 4);
    }
}
