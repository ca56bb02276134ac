package org.equicert.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Rounds to a precision after each operation, and adds up in an order of its own. */
final class AnyOrder extends Delegating {
    private final Random random;

    AnyOrder(Precision precision, long seed) {
        super(new Narrow(precision));
        this.random = new Random(seed);
    }

    @Override
    public Double sum(List<Double> terms) {
        List<Double> left = new ArrayList<>(terms.isEmpty() ? List.of(0.0) : terms);
        while (left.size() > 1) {
            Collections.shuffle(left, random);
            left.add(plus(left.removeLast(), left.removeLast()));
        }
        return left.getFirst();
    }
}
