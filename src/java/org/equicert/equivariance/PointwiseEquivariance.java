package org.equicert.equivariance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Point;
import org.equicert.function.Term;
import org.equicert.number.Algebra;

/**
 * Equivariances with one λ for each entry, of functions whose arguments all have one shape. φ is a {@link Term} for each
 * argument that it moves, in the names of the arguments, the parameters and λ; ψ is one in y, the parameters and λ, or a
 * sum over entries.
 */
final class PointwiseEquivariance {
    static final Term LAMBDA = Term.named("λ");
    static final Term Y = Term.named("y");

    private PointwiseEquivariance() {}

    /** Of a function entry by entry: entry i of y becomes {@code psi}. */
    static Equivariance each(String name, double identity, Map<String, Term> phi, Term psi) {
        return new Equivariance(
                name, text(phi) + " -> " + psi, perEntry(identity), new Moved(phi), new Each(psi), at -> true);
    }

    /** Of the mean of a function entry by entry: y becomes y + the mean of {@code psi} in λ, or stays for 0. */
    static Equivariance mean(String name, double identity, Map<String, Term> phi, Term psi) {
        return new Equivariance(
                name,
                text(phi) + " -> y + mean of " + psi,
                perEntry(identity),
                new Moved(phi),
                new ShiftedByMean(psi),
                at -> true);
    }

    private static String text(Map<String, Term> phi) {
        return phi.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(moved -> moved.getKey() + " = " + moved.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Function<Point, List<Double>> perEntry(double identity) {
        return at -> Collections.nCopies(entries(at), identity);
    }

    private static int entries(Point at) {
        return at.arguments().arrays().firstEntry().getValue().size();
    }

    private record Moved(Map<String, Term> phi) implements Equivariance.Phi {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            Arguments<E> moved = in;
            for (var argument : phi.entrySet()) {
                Array<E> x = in.get(argument.getKey());
                moved = moved.with(
                        argument.getKey(),
                        Array.build(
                                x.shape(),
                                o -> argument.getValue().in(algebra, name -> switch (name) {
                                    case "λ" -> lambda.get(o);
                                    default ->
                                        in.arrays().containsKey(name)
                                                ? in.get(name).get(o)
                                                : algebra.of(at.parameters().real(name));
                                })));
            }
            return moved;
        }
    }

    private record Each(Term psi) implements Equivariance.Psi {
        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
            return Array.build(
                    y.shape(),
                    o -> psi.in(algebra, name -> switch (name) {
                        case "λ" -> lambda.get(o);
                        case "y" -> y.get(o);
                        default -> algebra.of(at.parameters().real(name));
                    }));
        }
    }

    private record ShiftedByMean(Term psi) implements Equivariance.Psi {
        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
            List<E> shifts = new ArrayList<>(lambda.size());
            lambda.forEach(entry -> shifts.add(psi.in(algebra, name -> entry)));
            E mean = algebra.over(algebra.sum(shifts), algebra.of((long) lambda.size()));
            return y.map(value -> algebra.plus(value, mean));
        }
    }
}
