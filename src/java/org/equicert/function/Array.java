package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * An array of numbers of any kind, row-major: {@code entries.size()} is the product of {@code shape}, and the empty
 * shape is a scalar's.
 *
 * @param shape the positive dimensions
 * @param entries the entries in row-major order
 */
public record Array<E>(List<Integer> shape, List<E> entries) {
    public Array {
        shape = List.copyOf(shape);
        entries = List.copyOf(entries);
        if (size(shape) != entries.size()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " holds " + size(shape) + " entries, not " + entries.size());
        }
    }

    /** The number of entries of a shape, guarded against overflow. */
    public static int size(List<Integer> shape) {
        int size = 1;
        for (int dimension : shape) {
            if (dimension <= 0) {
                throw new IllegalArgumentException("shape " + shape + " has a dimension that is not positive");
            }
            size = Math.multiplyExact(size, dimension);
        }
        return size;
    }

    /** The index along each dimension of the entry at row-major offset o in an array of this shape. */
    public static int[] index(int o, List<Integer> shape) {
        int[] index = new int[shape.size()];
        int rest = o;
        for (int d = index.length - 1; d >= 0; d--) {
            index[d] = rest % shape.get(d);
            rest /= shape.get(d);
        }
        return index;
    }

    public static <E> Array<E> scalar(E x) {
        return new Array<>(List.of(), List.of(x));
    }

    public static <E> Array<E> vector(List<E> entries) {
        return new Array<>(List.of(entries.size()), entries);
    }

    /** The array of this shape whose entry at row-major offset o is {@code entry(o)}. */
    public static <E> Array<E> build(List<Integer> shape, IntFunction<E> entry) {
        int size = size(shape);
        List<E> entries = new ArrayList<>(size);
        for (int o = 0; o < size; o++) {
            entries.add(entry.apply(o));
        }
        return new Array<>(shape, entries);
    }

    /** The r × c matrix with entries {@code entry(i, j)}. */
    public static <E> Array<E> matrix(int rows, int columns, Entry<E> entry) {
        return build(List.of(rows, columns), o -> entry.at(o / columns, o % columns));
    }

    /** An entry of a matrix by row and column, from 0. */
    @FunctionalInterface
    public interface Entry<E> {
        E at(int row, int column);
    }

    public <F> Array<F> map(Function<? super E, ? extends F> f) {
        List<F> mapped = new ArrayList<>(entries.size());
        for (E entry : entries) {
            mapped.add(f.apply(entry));
        }
        return new Array<>(shape, mapped);
    }

    /**
     * The array of {@code f} of this array's entries and the other's, pair by pair.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    public <F, G> Array<G> zip(Array<F> other, BiFunction<? super E, ? super F, ? extends G> f) {
        if (!shape.equals(other.shape)) {
            throw new IllegalArgumentException("shapes " + shape + " and " + other.shape + " differ");
        }
        return build(shape, o -> f.apply(entries.get(o), other.entries.get(o)));
    }

    /** The only entry. */
    public E item() {
        if (entries.size() != 1) {
            throw new IllegalArgumentException("an array of shape " + shape + " is not a single number");
        }
        return entries.getFirst();
    }

    /** Entry o in row-major order. */
    public E get(int o) {
        return entries.get(o);
    }

    /** Entry (i, j) of a matrix. */
    public E get(int i, int j) {
        return entries.get(i * shape.get(1) + j);
    }

    /** Row i of a matrix. */
    public List<E> row(int i) {
        int columns = shape.get(1);
        return entries.subList(i * columns, (i + 1) * columns);
    }

    /** Column j of a matrix. */
    public List<E> column(int j) {
        List<E> column = new ArrayList<>(shape.getFirst());
        for (int i = 0; i < shape.getFirst(); i++) {
            column.add(get(i, j));
        }
        return column;
    }

    /** The line through entry o along an axis, from 0. */
    public List<E> line(int axis, int o) {
        int step = size(shape.subList(axis + 1, shape.size()));
        int first = o - o / step % shape.get(axis) * step;
        List<E> line = new ArrayList<>(shape.get(axis));
        for (int i = 0; i < shape.get(axis); i++) {
            line.add(entries.get(first + i * step));
        }
        return line;
    }

    /** The index of entry o in row-major order. */
    public List<Integer> index(int o) {
        Integer[] index = new Integer[shape.size()];
        int rest = o;
        for (int d = index.length - 1; d >= 0; d--) {
            index[d] = rest % shape.get(d);
            rest /= shape.get(d);
        }
        return List.of(index);
    }

    /** Dimension i. */
    public int dimension(int i) {
        return shape.get(i);
    }

    public int size() {
        return entries.size();
    }
}
