package org.equicert.fast;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Products of n × n matrices: the core's, OpenBLAS's and EJML's, on one thread; and the core's and OpenBLAS's on two. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductBenchmark {
    @Param({"16", "64", "128", "256", "512", "1024", "2048"})
    int n;

    private final OpenBlas openBlas = new OpenBlas();
    private Contraction product = Contraction.product(1, 1, 1);
    private double[] a = {};
    private double[] b = {};
    private double[] c = {};
    private float[] floatA = {};
    private float[] floatB = {};
    private float[] floatC = {};

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        product = Contraction.product(n, n, n);
        a = random.doubles(n * n, -1, 1).toArray();
        b = random.doubles(n * n, -1, 1).toArray();
        c = new double[n * n];
        floatA = new FloatMachine().of(a);
        floatB = new FloatMachine().of(b);
        floatC = new float[n * n];
    }

    @Benchmark
    public double[] coreF64() {
        return new DoubleMachine().contract(product, a, b);
    }

    @Benchmark
    public double[] openBlasF64() {
        openBlas.useThreads(1);
        openBlas.multiply(n, a, b, c);
        return c;
    }

    @Benchmark
    public DMatrixRMaj ejmlF64() {
        DMatrixRMaj result = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(DMatrixRMaj.wrap(n, n, a), DMatrixRMaj.wrap(n, n, b), result);
        return result;
    }

    @Benchmark
    public double[] coreF64OnTwoThreads() {
        return new DoubleMachine(2).contract(product, a, b);
    }

    @Benchmark
    public double[] openBlasF64OnTwoThreads() {
        openBlas.useThreads(2);
        openBlas.multiply(n, a, b, c);
        return c;
    }

    @Benchmark
    public float[] coreF32() {
        return new FloatMachine().contract(product, floatA, floatB);
    }

    @Benchmark
    public float[] openBlasF32() {
        openBlas.useThreads(1);
        openBlas.multiply(n, floatA, floatB, floatC);
        return floatC;
    }

    @Benchmark
    public FMatrixRMaj ejmlF32() {
        FMatrixRMaj result = new FMatrixRMaj(n, n);
        CommonOps_FDRM.mult(FMatrixRMaj.wrap(n, n, floatA), FMatrixRMaj.wrap(n, n, floatB), result);
        return result;
    }
}
