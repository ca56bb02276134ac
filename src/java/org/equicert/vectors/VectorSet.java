package org.equicert.vectors;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.equicert.campaign.Inquiry;
import org.equicert.candidate.Description;
import org.equicert.function.Definition;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;

/**
 * The test vectors of one function.
 *
 * @param count at how many points questions were asked
 * @param seed of every random choice
 */
public record VectorSet(Definition f, int count, long seed, List<TestVector> vectors) {
    /** A vjp is the gradient by another name: the truth has no mode. */
    static final List<Quantity> QUANTITIES =
            List.of(Quantity.VALUE, Quantity.GRADIENT, Quantity.JVP, Quantity.HVP, Quantity.HESSIAN);

    static final List<Precision> PRECISIONS = List.of(Precision.F64, Precision.F32);

    /** Points are of sizes 1, 2, 3, 1, … */
    private static final int SIZES = 3;

    /** θ of more entries than these makes Hessians that are long to read. */
    private static final int LARGEST = 9;

    private static final Description ANYBODY = new Description(
            "vectors",
            "",
            EnumSet.copyOf(PRECISIONS),
            Set.of(),
            QUANTITIES.stream().collect(Collectors.toMap(Function.identity(), q -> List.of(Optional.<Mode>empty()))));

    /** Makes the vectors of a function. */
    public static VectorSet of(Definition f, int count, long seed) {
        Oracle oracle = Oracle.ofCatalogue();
        List<TestVector> vectors = new ArrayList<>();
        for (Precision precision : PRECISIONS) {
            for (int number = 1; number <= count; number++) {
                Inquiry inquiry = inquiry(f, precision, number, seed);
                for (Quantity quantity : QUANTITIES) {
                    TestVector.of(oracle, inquiry.question(quantity, Optional.empty()), vectors.size())
                            .ifPresent(vectors::add);
                }
            }
        }
        return new VectorSet(f, count, seed, List.copyOf(vectors));
    }

    private static Inquiry inquiry(Definition f, Precision precision, int number, long seed) {
        int size = 1 + (number - 1) % SIZES;
        Inquiry inquiry = Inquiry.drawn(f, precision, number, size, ANYBODY, seed);
        while (size > 1 && inquiry.tangent().size() > LARGEST) {
            size--;
            inquiry = Inquiry.drawn(f, precision, number, size, ANYBODY, seed);
        }
        return inquiry;
    }

    /** The vectors of one quantity in one precision. */
    List<TestVector> group(Quantity quantity, Precision precision) {
        return vectors.stream()
                .filter(v -> v.question().quantity() == quantity && v.question().precision() == precision)
                .toList();
    }
}
