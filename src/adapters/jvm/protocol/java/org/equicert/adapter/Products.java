package org.equicert.adapter;

/**
 * A library's products of matrices, which {@code equicert bench} times. A class that implements this is named in
 * {@code META-INF/services}.
 */
public interface Products {
    /** A product that is ready to be computed, as often as one likes. */
    interface Product extends AutoCloseable {
        /** Computes it; when it returns, the result is there. */
        void compute();

        /** Computes it once more: the entries by rows. */
        double[] result();

        @Override
        void close();
    }

    /**
     * The product a·b of n × n matrices, given by rows.
     *
     * @param precision {@code f64} or {@code f32}
     */
    Product of(int n, String precision, double[] a, double[] b);
}
