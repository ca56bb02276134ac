package org.equicert.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.oracle.Precision;

/**
 * Where else to ask about a function, in search of rare faults: first at the degenerate and extreme relatives of the points
 * that were drawn, one of each kind, then around the point whose answers came nearest to what rounding no longer explains.
 * The same seed and answers lead to the same points.
 */
final class Search {
    private static final int ATTEMPTS = 20;

    private final Definition f;
    private final Precision precision;
    private final RandomGenerator random;
    private final List<Tried> tried = new ArrayList<>();
    private final List<Degeneration> kinds = new ArrayList<>(List.of(Degeneration.values()));

    /** @param strain the largest η of the answers there, as a part of its budget */
    private record Tried(Point point, double strain) {}

    Search(Definition f, Precision precision, RandomGenerator random) {
        this.f = f;
        this.precision = precision;
        this.random = random;
    }

    /** Learns how the answers at a point came out. */
    void learn(Point point, double strain) {
        tried.add(new Tried(point, strain));
    }

    /** A point of the function's domain that was not asked about yet; empty where none is found. */
    Optional<Point> next() {
        while (!kinds.isEmpty()) {
            Degeneration kind = kinds.removeFirst();
            // the largest first: a single entry has nothing to coincide with
            Optional<Point> point = tried.stream()
                    .map(Tried::point)
                    .sorted(Comparator.comparingInt(this::size).reversed())
                    .flatMap(from -> Stream.generate(() -> moved(from, kind))
                            .limit(f.wrt().size()))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (point.isPresent()) {
                return point;
            }
        }
        return tried.stream()
                .max(Comparator.comparingDouble(Tried::strain))
                .flatMap(best -> Stream.generate(
                                () -> Degeneration.values()[random.nextInt(Degeneration.values().length)])
                        .limit(ATTEMPTS)
                        .flatMap(kind -> moved(best.point, kind).stream())
                        .findFirst());
    }

    private int size(Point point) {
        return point.arguments().flatten(f.wrt()).size();
    }

    /** One of the differentiated arguments moved; empty where that leads nowhere new or out of the domain. */
    private Optional<Point> moved(Point from, Degeneration kind) {
        Arguments<Double> old = from.arguments();
        String name = f.wrt().get(random.nextInt(f.wrt().size()));
        Array<Double> there = kind.of(old.get(name), random).map(x -> precision.round(x) + 0.0); // no negative zeros
        Point point = new Point(from.parameters(), old.with(name, there));
        boolean known = tried.stream().anyMatch(t -> t.point.equals(point));
        return known || !f.formula().isDefinedAt(point) ? Optional.empty() : Optional.of(point);
    }
}
