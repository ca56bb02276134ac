package org.equicert.oracle;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.equicert.function.Array;
import org.equicert.number.Ball;

/**
 * The claim that an identity's residual is zero.
 *
 * @param name the identity, as reasons and witnesses print it
 * @param at the residual of the answers when each is widened by t ulps of backward error
 * @param size the size of the terms that make it up, against which relative errors are measured
 */
record Residual(String name, DoubleFunction<Array<Ball>> at, DoubleUnaryOperator size) implements Claim {
    @Override
    public boolean acceptable(double t) {
        return at.apply(t).entries().stream().allMatch(Ball::containsZero);
    }

    @Override
    public double power(double t) {
        double width =
                at.apply(t).entries().stream().mapToDouble(Ball::radius).max().orElse(0);
        double terms = size.applyAsDouble(t);
        return width == 0 ? 0 : width / terms;
    }

    @Override
    public Discrepancy worst() {
        Array<Ball> exact = at.apply(0);
        int worst = 0;
        for (int i = 1; i < exact.size(); i++) {
            if (Math.abs(exact.get(i).midpoint()) > Math.abs(exact.get(worst).midpoint())) {
                worst = i;
            }
        }
        double residual = exact.get(worst).midpoint();
        return new Discrepancy(
                name + ", entry " + exact.index(worst), "0", Double.toString(residual), Math.abs(residual));
    }
}
