package org.equicert.number;

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

/** Products of matrices of balls on the fast core's product, against that product alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BallMatrixBenchmark {
    private static final DoubleMachine MACHINE = new DoubleMachine();

    @Param({"256"})
    int n;

    private double[] a = {};
    private double[] b = {};
    private BallMatrix exactA = BallMatrix.exact(0, 0);
    private BallMatrix exactB = exactA;
    private BallMatrix wideA = exactA;
    private BallMatrix wideB = exactA;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        a = random.doubles(n * n, -1, 1).toArray();
        b = random.doubles(n * n, -1, 1).toArray();
        exactA = BallMatrix.exact(n, n, a);
        exactB = BallMatrix.exact(n, n, b);
        wideA = BallMatrix.of(n, n, a, random.doubles(n * n, 0, 1e-9).toArray());
        wideB = BallMatrix.of(n, n, b, random.doubles(n * n, 0, 1e-9).toArray());
    }

    private static double[] product(int n, int k, int m, double[] a, double[] b) {
        return MACHINE.contract(Contraction.product(n, k, m), a, b);
    }

    @Benchmark
    public double[] plain() {
        return product(n, n, n, a, b);
    }

    @Benchmark
    public BallMatrix ofExactMatrices() {
        return exactA.times(exactB, BallMatrixBenchmark::product);
    }

    @Benchmark
    public BallMatrix ofBalls() {
        return wideA.times(wideB, BallMatrixBenchmark::product);
    }
}
