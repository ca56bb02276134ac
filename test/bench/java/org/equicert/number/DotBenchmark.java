package org.equicert.number;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The exact dot product against a plain loop, the compensated one and decimals. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DotBenchmark {
    @Param({"1024", "1048576"})
    int n;

    private double[] x;
    private double[] y;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        x = random.doubles(n, -1, 1).toArray();
        y = random.doubles(n, -1, 1).toArray();
    }

    @Benchmark
    public double plain() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Benchmark
    public DoubleDouble compensated() {
        return DoubleDouble.dot(x, y);
    }

    @Benchmark
    public double exact() {
        return ExactSum.dot(x, y);
    }

    @Benchmark
    public double decimal() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            sum = sum.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
        }
        return sum.doubleValue();
    }
}
