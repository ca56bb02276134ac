package org.equicert.oracle;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.equicert.fast.Contraction;
import org.equicert.fast.simd.DoubleMachine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What it costs to check a product of n × n matrices in so many rounds, against the product. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductCheckBenchmark {
    @Param("1024")
    int n;

    @Param("1")
    int rounds;

    private final SplittableRandom random = new SplittableRandom(1);
    private ProductCheck check = new ProductCheck(0, 0, 0, new double[0], new double[0], new double[0]);

    @Setup
    public void draw() {
        double[] a = random.ints(n * n, -99, 100).asDoubleStream().toArray();
        double[] b = random.ints(n * n, -99, 100).asDoubleStream().toArray();
        check = new ProductCheck(n, n, n, a, b, product(a, b));
    }

    private double[] product(double[] a, double[] b) {
        return new DoubleMachine().contract(Contraction.product(n, n, n), a, b);
    }

    @Benchmark
    public double[] product() {
        return product(check.a(), check.b());
    }

    @Benchmark
    public void checkOfIntegers(Blackhole rows) {
        for (int i = 0; i < rounds; i++) {
            rows.consume(check.wrongRowsOfIntegers(random));
        }
    }

    @Benchmark
    public void checkOfFloats(Blackhole rows) {
        for (int i = 0; i < rounds; i++) {
            rows.consume(check.wrongRows(random));
        }
    }
}
