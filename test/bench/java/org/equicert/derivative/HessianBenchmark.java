package org.equicert.derivative;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Parameters;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An enclosed Hessian of the squared loss of a tanh network with 50 parameters: reverse mode over jets, and jets alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HessianBenchmark {
    @Param({"53", "128"})
    int bits;

    private Balls balls;
    private Definition loss;
    private Arguments<Ball> in;
    private Array<Ball> one;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        balls = Balls.ofBits(bits);
        loss = Functions.find("network.tanh.squared_loss").orElseThrow();
        one = Array.scalar(balls.one());
        in = Arguments.of("w1", balls(random, 6, 5))
                .with("b1", balls(random, 6))
                .with("w2", balls(random, 2, 6))
                .with("b2", balls(random, 2))
                .with("x", balls(random, 5))
                .with("target", balls(random, 2));
    }

    private static Array<Ball> balls(SplittableRandom random, Integer... shape) {
        return Array.build(List.of(shape), o -> Ball.exact(random.nextDouble(-1, 1)));
    }

    @Benchmark
    public Array<Ball> reverseOverJets() {
        return new Adjoints<>(balls, loss, Parameters.NONE, in).hessian(one);
    }

    @Benchmark
    public Array<Ball> jetsAlone() {
        return new Derivatives<>(balls, loss, Parameters.NONE, in).hessian(one);
    }
}
