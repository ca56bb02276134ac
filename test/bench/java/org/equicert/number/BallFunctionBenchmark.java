package org.equicert.number;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Functions of one number with 128 bits: our balls, Arb's (a foreign call; fails where it is not installed), and apfloat, which
 * has as many digits, 39, and no bounds of its errors.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BallFunctionBenchmark {
    private static final int BITS = 128;
    private static final int DIGITS = 39;

    /** Not a short number, and nowhere near a number at which a function is easy. */
    private static final double POINT = 1.2345678901234567;

    @Param({"SQRT", "EXP", "LOG", "SIN", "TAN", "ATAN", "TANH", "ERF", "GAMMA", "LGAMMA", "DIGAMMA"})
    String function = "";

    private BallFunction ours = BallFunction.SQRT;
    private final Balls balls = Balls.ofBits(BITS);
    private final Ball x = Ball.exact(POINT);
    private final Apfloat decimal = new Apfloat(new BigDecimal(POINT), DIGITS);
    private UnaryOperator<Apfloat> apfloat = UnaryOperator.identity();
    private Arb.Call arb = () -> {
        throw new IllegalStateException("Arb is not installed");
    };

    /** Whether there is an Arb to run. */
    public static boolean hasArb() {
        return Arb.installed().isPresent();
    }

    @Setup
    public void find() {
        ours = BallFunction.valueOf(function);
        boolean hypergeometric = ours == BallFunction.ERF;
        String name = "arb_" + (hypergeometric ? "hypgeom_" : "") + function.toLowerCase(Locale.ROOT);
        Arb.installed().ifPresent(library -> arb = library.call(library.function(name, 1), BITS, x));
        apfloat = switch (ours) {
            case SQRT -> ApfloatMath::sqrt;
            case EXP -> ApfloatMath::exp;
            case LOG -> ApfloatMath::log;
            case SIN -> ApfloatMath::sin;
            case TAN -> ApfloatMath::tan;
            case ATAN -> ApfloatMath::atan;
            case TANH -> ApfloatMath::tanh;
            case ERF -> ApfloatMath::erf;
            case GAMMA -> ApfloatMath::gamma;
            case LGAMMA -> ApfloatMath::logGamma;
            case DIGAMMA -> ApfloatMath::digamma;
            default -> throw new IllegalArgumentException(function);
        };
    }

    @Benchmark
    public Ball ours() {
        return ours.on(balls, x);
    }

    @Benchmark
    public Apfloat apfloat() {
        return apfloat.apply(decimal);
    }

    @Benchmark
    public void arb() throws Throwable {
        arb.run();
    }
}
