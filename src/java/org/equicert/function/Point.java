package org.equicert.function;

import java.util.function.UnaryOperator;

/** Where a function is asked about: its parameters and its arguments as exact doubles. */
public record Point(Parameters parameters, Arguments<Double> arguments) {
    /** The same parameters, and every number of the arguments mapped. */
    public Point map(UnaryOperator<Double> to) {
        return new Point(parameters, arguments.map(to));
    }
}
