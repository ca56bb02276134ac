package org.equicert.fast;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.equicert.fast.Differential.Sweep;
import org.equicert.fast.simd.DoubleMachine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Value, gradient, Hessian-vector product and full Hessian of the squared loss of a tanh network of width h on h inputs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NetworkHessianBenchmark {
    /** 9, 31 and 100 make about 100, 1000 and 10 000 parameters. */
    @Param({"9", "31"})
    int h;

    private Differential<double[]> at = network(1);
    private double[] direction = {};

    @Setup
    public void draw() {
        at = network(h);
        direction = new SplittableRandom(2).doubles(at.parameters(), -1, 1).toArray();
    }

    private static Differential<double[]> network(int h) {
        SplittableRandom random = new SplittableRandom(1);
        List<List<Integer>> shapes =
                List.of(List.of(h, h), List.of(h), List.of(1, h), List.of(1), List.of(h), List.of(1));
        List<double[]> inputs = shapes.stream()
                .map(shape -> random.doubles(Shapes.size(shape), -1, 1).toArray())
                .toList();
        return new Differential<>(new DoubleMachine(), Networks.squaredLoss(shapes), inputs, List.of(0, 1, 2, 3));
    }

    @Benchmark
    public double[] value() {
        return at.value();
    }

    @Benchmark
    public double[] gradient() {
        return at.vjp(1);
    }

    @Benchmark
    public double[] hvp() {
        return at.hvp(Sweep.FORWARD, Sweep.REVERSE, new double[] {1}, direction);
    }

    @Benchmark
    public double[] hessian() {
        return at.hessian(Sweep.FORWARD, Sweep.REVERSE, 1);
    }
}
