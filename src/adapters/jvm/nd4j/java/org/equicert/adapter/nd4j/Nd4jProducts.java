package org.equicert.adapter.nd4j;

import org.equicert.adapter.Products;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's products by its BLAS, which is its quickest way: matrices lie by columns, and it writes over its last result. */
public final class Nd4jProducts implements Products {
    @Override
    public Product of(int n, String precision, double[] a, double[] b) {
        DataType type = precision.equals("f32") ? DataType.FLOAT : DataType.DOUBLE;
        INDArray left = byColumns(n, type, a);
        INDArray right = byColumns(n, type, b);
        INDArray product = Nd4j.create(type, new long[] {n, n}, 'f');
        return new Product() {
            @Override
            public void compute() {
                Nd4j.gemm(left, right, product, false, false, 1, 0);
            }

            @Override
            public double[] result() {
                compute();
                return product.castTo(DataType.DOUBLE).dup('c').data().asDouble();
            }

            @Override
            public void close() {
                left.close();
                right.close();
                product.close();
            }
        };
    }

    private static INDArray byColumns(int n, DataType type, double[] rows) {
        return Nd4j.createFromArray(rows).reshape(n, n).castTo(type).dup('f');
    }
}
