package org.equicert.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.equicert.adapter.Products;

/** DJL's products: each result is a new array, which is given back at once. */
public final class DjlProducts implements Products {
    @Override
    public Product of(int n, String precision, double[] a, double[] b) {
        DataType type = precision.equals("f32") ? DataType.FLOAT32 : DataType.FLOAT64;
        NDManager manager = NDManager.newBaseManager();
        NDArray left = manager.create(a, new Shape(n, n)).toType(type, false);
        NDArray right = manager.create(b, new Shape(n, n)).toType(type, false);
        return new Product() {
            @Override
            public void compute() {
                left.matMul(right).close();
            }

            @Override
            public double[] result() {
                try (NDArray product = left.matMul(right);
                        NDArray doubles = product.toType(DataType.FLOAT64, true)) {
                    return doubles.toDoubleArray();
                }
            }

            @Override
            public void close() {
                manager.close();
            }
        };
    }
}
