package org.equicert.number;

/**
 * An unevaluated sum high + low of two doubles with |low| ≤ ½ ulp(high): about 106 bits, by error-free transformations.
 *
 * <p>With u = 2⁻⁵³ and as long as nothing overflows and no error term underflows (a product's operands and a quotient's result
 * of size 2⁻⁴⁸⁰ to 2⁴⁸⁰ are safe), the relative errors are below: sum and difference 3u²/(1 − 4u), product 5u², quotient 15u² +
 * 56u³, root 8u² (M. Joldes, J.-M. Muller, V. Popescu, Tight and rigorous error bounds for basic building blocks of
 * double-word arithmetic, doi:10.1145/3121432, algorithms 6, 12 and 17; V. Lefèvre, N. Louvet, J.-M. Muller, J. Picot, L. Rideau,
 * doi:10.1145/3568672, for the root). Outside, where high is infinite or NaN, the result is NaN or that infinity and says
 * nothing; a subnormal error term loses bits, at most 2⁻¹⁰⁷⁴ for each operation inside.
 *
 * @param high the nearest double of the number
 * @param low what is left
 */
public record DoubleDouble(double high, double low) {
    public static final DoubleDouble ZERO = new DoubleDouble(0, 0);

    public static DoubleDouble of(double x) {
        return new DoubleDouble(x, 0);
    }

    /** a + b exactly (D. Knuth's TwoSum) for |a| and |b| up to 2¹⁰²²; beyond, an intermediate may overflow where a + b does not. */
    public static DoubleDouble sum(double a, double b) {
        double s = a + b;
        double part = s - a;
        return new DoubleDouble(s, (a - (s - part)) + (b - part));
    }

    /** a · b exactly, unless it overflows or its error term is below 2⁻¹⁰⁷⁴. */
    public static DoubleDouble product(double a, double b) {
        double p = a * b;
        return new DoubleDouble(p, Math.fma(a, b, -p));
    }

    /** a + b for |a| ≥ |b| (T. Dekker's Fast2Sum). */
    private static DoubleDouble fastSum(double a, double b) {
        double s = a + b;
        return new DoubleDouble(s, b - (s - a));
    }

    public DoubleDouble plus(DoubleDouble y) {
        DoubleDouble s = sum(high, y.high);
        DoubleDouble t = sum(low, y.low);
        DoubleDouble v = fastSum(s.high, s.low + t.high);
        return fastSum(v.high, t.low + v.low);
    }

    public DoubleDouble minus(DoubleDouble y) {
        return plus(y.negate());
    }

    public DoubleDouble negate() {
        return new DoubleDouble(-high, -low);
    }

    public DoubleDouble times(DoubleDouble y) {
        DoubleDouble p = product(high, y.high);
        double cross = Math.fma(low, y.high, Math.fma(high, y.low, low * y.low));
        return fastSum(p.high, p.low + cross);
    }

    private DoubleDouble times(double y) {
        DoubleDouble p = product(high, y);
        return fastSum(p.high, Math.fma(low, y, p.low));
    }

    /** @throws Undecided {@code SINGULAR} if y is zero */
    public DoubleDouble over(DoubleDouble y) {
        if (y.high == 0) {
            throw new Undecided(Undecided.Reason.SINGULAR, "division by zero");
        }
        double first = high / y.high;
        DoubleDouble back = y.times(first);
        double rest = (high - back.high) + (low - back.low);
        return fastSum(first, rest / y.high);
    }

    /** @throws Undecided {@code DOMAIN} if this number is negative */
    public DoubleDouble sqrt() {
        if (high < 0) {
            throw new Undecided(Undecided.Reason.DOMAIN, "square root of the negative number " + high);
        }
        if (high == 0) {
            return ZERO;
        }
        double root = Math.sqrt(high);
        double rest = Math.fma(-root, root, high);
        return fastSum(root, (low + rest) / (2 * root));
    }

    /**
     * The compensated dot product: the error is below (n + 4)² u² Σ |xᵢ yᵢ| (T. Ogita, S. Rump, S. Oishi, Accurate sum and dot
     * product, doi:10.1137/030601818), and 2⁻¹⁰⁷⁴ n for what underflows.
     */
    public static DoubleDouble dot(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("a dot product of " + x.length + " and " + y.length + " numbers");
        }
        double high = 0;
        double low = 0;
        for (int i = 0; i < x.length; i++) {
            double p = x[i] * y[i];
            double error = Math.fma(x[i], y[i], -p);
            double s = high + p;
            double part = s - high;
            low += (high - (s - part)) + (p - part) + error;
            high = s;
        }
        return sum(high, low);
    }
}
