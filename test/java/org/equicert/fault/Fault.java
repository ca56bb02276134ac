package org.equicert.fault;

import java.util.function.Function;
import java.util.function.Supplier;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Question;

/**
 * A faulty implementation of one function.
 *
 * @param kind the class of faults that it belongs to
 * @param function a name of the catalogue
 * @param detail what exactly is wrong
 * @param right the implementation that the fault was put into
 * @param faulty makes the faulty one afresh, since some remember what they were asked
 */
record Fault(
        String kind,
        String function,
        String detail,
        Implementation right,
        Supplier<Function<Question, Answer>> faulty) {

    @Override
    public String toString() {
        return kind + " in " + function + ": " + detail;
    }
}
