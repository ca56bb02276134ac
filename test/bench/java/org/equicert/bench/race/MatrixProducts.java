package org.equicert.bench.race;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.apache.commons.math3.linear.DefaultRealMatrixChangingVisitor;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;
import org.equicert.bench.Case;
import org.equicert.bench.race.Contestant.Absent;
import org.equicert.bench.race.Contestant.Checksum;
import org.equicert.fast.Contraction;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;

/**
 * Products of n × n matrices of whole numbers, which every contestant computes exactly. All but Commons Math and DJL, which make
 * new matrices, write over their last.
 */
final class MatrixProducts {
    /** Beyond it the pure Java libraries take minutes. */
    private static final int LARGEST_OF_PLAIN_JAVA = 1024;

    private MatrixProducts() {}

    static Field of(Case at, Peers jvm) {
        int n = at.size();
        int threads = at.variant().endsWith("2-threads") ? 2 : 1;
        double work = 2.0 * n * n * n;
        double[] a = Numbers.whole(n * n, 0);
        double[] b = Numbers.whole(n * n, 1);
        String precision = at.variant().substring(0, 3);
        Field field = precision.equals("f64")
                ? doubles(n, threads, work, a, b)
                : floats(n, threads, work, new FloatMachine().of(a), new FloatMachine().of(b));
        ObjectNode task = JsonNodeFactory.instance
                .objectNode()
                .put("task", "product")
                .put("n", n)
                .put("precision", precision);
        return jvm.with(field, task, work, threads);
    }

    private static Field doubles(int n, int threads, double work, double[] a, double[] b) {
        Contraction product = Contraction.product(n, n, n);
        DoubleMachine machine = new DoubleMachine(threads);
        double[] c = new double[n * n];
        Field field = new Field()
                .with("core", () -> {
                    double[] ours = new double[n * n];
                    return entry("core", work, () -> {
                        machine.contract(product, a, b, ours);
                        return ours;
                    });
                })
                .with("OpenBLAS", () -> {
                    OpenBlas openBlas = OpenBlas.installed(threads);
                    return entry("OpenBLAS", work, () -> openBlas.multiply(n, a, b, c));
                })
                .with("peak", () -> Peak.of(64, threads));
        if (threads > 1) {
            return field;
        }
        return field.with("EJML", () -> {
                    DMatrixRMaj left = DMatrixRMaj.wrap(n, n, small(n, a));
                    DMatrixRMaj right = DMatrixRMaj.wrap(n, n, b);
                    DMatrixRMaj result = new DMatrixRMaj(n, n);
                    return entry("EJML", work, () -> {
                        CommonOps_DDRM.mult(left, right, result);
                        return result.data;
                    });
                })
                .with("Commons Math", () -> {
                    RealMatrix left = matrix(n, small(n, a));
                    RealMatrix right = matrix(n, b);
                    return new InProcess<>(
                            "Commons Math", work, () -> left.multiply(right), it -> Checksum.of(flat(it)));
                });
    }

    private static Field floats(int n, int threads, double work, float[] a, float[] b) {
        Contraction product = Contraction.product(n, n, n);
        FloatMachine machine = new FloatMachine(threads);
        float[] c = new float[n * n];
        Field field = new Field()
                .with("core", () -> {
                    float[] ours = new float[n * n];
                    return floatEntry("core", work, () -> {
                        machine.contract(product, a, b, ours);
                        return ours;
                    });
                })
                .with("OpenBLAS", () -> {
                    OpenBlas openBlas = OpenBlas.installed(threads);
                    return floatEntry("OpenBLAS", work, () -> openBlas.multiply(n, a, b, c));
                })
                .with("peak", () -> Peak.of(32, threads));
        if (threads > 1) {
            return field;
        }
        return field.with("EJML", () -> {
            FMatrixRMaj left = FMatrixRMaj.wrap(n, n, small(n, a));
            FMatrixRMaj right = FMatrixRMaj.wrap(n, n, b);
            FMatrixRMaj result = new FMatrixRMaj(n, n);
            return floatEntry("EJML", work, () -> {
                CommonOps_FDRM.mult(left, right, result);
                return result.data;
            });
        });
    }

    private static Contestant entry(String name, double work, Supplier<double[]> call) {
        return new InProcess<>(name, work, call, Checksum::of);
    }

    private static Contestant floatEntry(String name, double work, Supplier<float[]> call) {
        return new InProcess<>(name, work, call, Checksum::of);
    }

    private static <T> T small(int n, T matrix) throws Absent {
        if (n > LARGEST_OF_PLAIN_JAVA) {
            throw new Absent("left out above n = " + LARGEST_OF_PLAIN_JAVA + ", where it takes minutes");
        }
        return matrix;
    }

    private static RealMatrix matrix(int n, double... entries) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(n, n);
        matrix.walkInOptimizedOrder(new DefaultRealMatrixChangingVisitor() {
            @Override
            public double visit(int row, int column, double value) {
                return entries[row * n + column];
            }
        });
        return matrix;
    }

    private static double[] flat(RealMatrix matrix) {
        int n = matrix.getColumnDimension();
        double[] flat = new double[matrix.getRowDimension() * n];
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            System.arraycopy(matrix.getRow(i), 0, flat, i * n, n);
        }
        return flat;
    }
}
