package org.equicert.adapter;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers in row-major order; the empty shape is a scalar's.
 *
 * @param shape the lengths of its dimensions
 * @param entries as many as the product of the lengths
 */
public record Tensor(List<Integer> shape, double[] entries) {
    public Tensor {
        shape = List.copyOf(shape);
        if (shape.stream().mapToInt(n -> n).reduce(1, Math::multiplyExact) != entries.length) {
            throw new IllegalArgumentException(entries.length + " entries for the shape " + shape);
        }
    }

    public static Tensor scalar(double x) {
        return new Tensor(List.of(), new double[] {x});
    }

    public static Tensor vector(double... x) {
        return new Tensor(List.of(x.length), x);
    }

    /** The matrix of these rows. */
    public static Tensor matrix(double[][] rows) {
        return new Tensor(
                List.of(rows.length, rows[0].length),
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    /** The lengths of its dimensions. */
    public long[] dimensions() {
        return shape.stream().mapToLong(n -> n).toArray();
    }

    /** The rows of a matrix; a vector is a column. */
    public double[][] rows() {
        int columns = shape.size() == 2 ? shape.getLast() : 1;
        double[][] rows = new double[entries.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(entries, i * columns, (i + 1) * columns);
        }
        return rows;
    }
}
