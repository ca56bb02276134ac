package org.equicert.adapter.hipparchus;

import java.util.List;
import java.util.Map;
import org.equicert.adapter.Tensor;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.util.MathArrays;

/**
 * What a formula is given and what it gives, over any of Hipparchus' fields.
 *
 * @param shape the lengths of its dimensions
 * @param entries row-major
 */
record Values<T extends CalculusFieldElement<T>>(List<Integer> shape, List<T> entries) {

    static <T extends CalculusFieldElement<T>> Values<T> scalar(T x) {
        return new Values<>(List.of(), List.of(x));
    }

    static <T extends CalculusFieldElement<T>> Values<T> vector(FieldVector<T> x) {
        return new Values<>(List.of(x.getDimension()), List.of(x.toArray()));
    }

    static <T extends CalculusFieldElement<T>> Values<T> matrix(FieldMatrix<T> x) {
        T[] entries = MathArrays.buildArray(x.getField(), x.getRowDimension() * x.getColumnDimension());
        for (int o = 0; o < entries.length; o++) {
            entries[o] = x.getEntry(o / x.getColumnDimension(), o % x.getColumnDimension());
        }
        return new Values<>(List.of(x.getRowDimension(), x.getColumnDimension()), List.of(entries));
    }

    T number() {
        return entries.getFirst();
    }

    T[] array() {
        return entries.toArray(MathArrays.buildArray(number().getField(), 0));
    }

    FieldVector<T> vector() {
        return new ArrayFieldVector<>(number().getField(), array());
    }

    FieldMatrix<T> matrix() {
        int columns = shape.getLast();
        FieldMatrix<T> matrix = MatrixUtils.createFieldMatrix(number().getField(), shape.getFirst(), columns);
        for (int o = 0; o < entries.size(); o++) {
            matrix.setEntry(o / columns, o % columns, entries.get(o));
        }
        return matrix;
    }

    /** The arguments of a function. */
    record In<T extends CalculusFieldElement<T>>(Map<String, Values<T>> arguments, Map<String, Number> parameters) {
        Values<T> get(String name) {
            Values<T> argument = arguments.get(name);
            if (argument == null) {
                throw new IllegalArgumentException("no argument " + name);
            }
            return argument;
        }

        FieldMatrix<T> matrix(String name) {
            return get(name).matrix();
        }

        FieldVector<T> vector(String name) {
            return get(name).vector();
        }
    }

    /** A function of the catalogue over any field. */
    interface Formula {
        <T extends CalculusFieldElement<T>> Values<T> of(In<T> in);
    }

    Tensor tensor() {
        return new Tensor(
                shape,
                entries.stream().mapToDouble(CalculusFieldElement::getReal).toArray());
    }
}
