package org.equicert.oracle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equicert.derivative.Derivatives;
import org.equicert.equivariance.Equivariance;
import org.equicert.equivariance.Identities;
import org.equicert.equivariance.Rank;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Undecided;

/** T.Thm1 for one equivariance at one point, on a candidate's own answers. */
final class Equivariant {
    /** Residuals are evaluated with so many bits: far more than any answer has. */
    static final int BITS = 160;

    static final Balls BALLS = Balls.ofBits(BITS);

    private final Definition f;
    private final Definition model;
    private final Equivariance equivariance;
    private final Point point;
    private final Station station;
    private final Map<Double, Identities<Ball>> identities = new HashMap<>();
    private final Map<Double, Array<Ball>> rightSides = new HashMap<>();

    Equivariant(Definition f, Equivariance equivariance, Point point, Station station) {
        this.f = f;
        this.model = f.composed().map(Definition.Composed::model).orElse(f);
        this.equivariance = equivariance;
        this.point = point;
        this.station = station;
    }

    /** A residual with the answers, besides the accused one, that it rests on. */
    record Tied(Residual residual, List<Answered> witnesses) {}

    /** K, empty where (θ, λ₀) is no good position. */
    Optional<Array<Ball>> characteristicDirection() {
        try {
            return value().map(y -> identities(y, 0).characteristicDirection());
        } catch (Undecided e) {
            return Optional.empty();
        }
    }

    /** A proven lower bound of the rank of all K together. */
    static int rank(List<Array<Ball>> directions) {
        return Rank.of(BALLS, directions);
    }

    /** T.Thm1.1 on a gradient. */
    Optional<Tied> first(Answered gradient) {
        return value().map(y -> new Tied(
                new Residual(
                        "T.Thm1.1 (" + equivariance.name() + ")",
                        t -> {
                            List<Ball> ofLoss =
                                    loss(y.within(t), gradient).gradient().entries();
                            return minus(
                                    identities(y, t).firstLeft(gradient.entries(t)),
                                    identities(y, t).firstRight(ofLoss));
                        },
                        t -> size(gradient)),
                List.of(y)));
    }

    /** T.Thm1.2a on a Hessian or, where ∇f is not to be had, its contraction T.Thm1.2b. */
    Optional<Tied> second(Answered hessian) {
        return value().flatMap(y -> gradient(hessian)
                .map(gradient -> jacobian(y)
                        .map(rows -> mixed(hessian, y, gradient, rows))
                        .orElseGet(() -> pure(hessian, y, gradient))));
    }

    private Tied mixed(Answered hessian, Answered y, Answered gradient, List<Answered> rows) {
        Residual residual = new Residual(
                "T.Thm1.2a (" + equivariance.name() + ")",
                t -> minus(identities(y, t).mixedLeft(hessian.within(t)), rightSides.computeIfAbsent(t, ulps -> {
                    Loss loss = loss(y.within(ulps), hessian);
                    List<List<Ball>> ofF =
                            rows.stream().map(row -> row.entries(ulps)).toList();
                    int p = gradient.output().size();
                    return identities(y, ulps)
                            .mixedRight(
                                    gradient.entries(ulps),
                                    loss.hessian(),
                                    loss.gradient().entries(),
                                    Array.matrix(
                                            rows.size(), p, (i, a) -> ofF.get(i).get(a)));
                })),
                t -> size(hessian));
        return new Tied(
                residual, Stream.concat(Stream.of(y, gradient), rows.stream()).toList());
    }

    private Tied pure(Answered hessian, Answered y, Answered gradient) {
        Residual residual = new Residual(
                "T.Thm1.2b (" + equivariance.name() + ")",
                t -> minus(identities(y, t).pureLeft(hessian.within(t)), rightSides.computeIfAbsent(t, ulps -> {
                    Loss loss = loss(y.within(ulps), hessian);
                    return identities(y, ulps)
                            .pureRight(
                                    gradient.entries(ulps),
                                    loss.hessian(),
                                    loss.gradient().entries());
                })),
                t -> size(hessian));
        return new Tied(residual, List.of(y, gradient));
    }

    private static Array<Ball> minus(Array<Ball> left, Array<Ball> right) {
        return left.zip(right, BALLS::minus);
    }

    /** The identities at the candidate's own value, widened by t ulps; φ's part is the same for every t. */
    private Identities<Ball> identities(Answered y, double t) {
        Identities<Ball> known = identities.get(t);
        if (known == null) {
            known = identities.isEmpty()
                    ? Identities.at(
                            BALLS,
                            equivariance,
                            f,
                            point,
                            equivariance.identity().apply(point),
                            y.within(t))
                    : identities.values().iterator().next().withOutputs(y.within(t));
            identities.put(t, known);
        }
        return known;
    }

    /** ∇ℓ and ∇²ℓ at the candidate's own outputs. */
    private record Loss(Array<Ball> gradient, Array<Ball> hessian) {}

    private Loss loss(Array<Ball> y, Answered accused) {
        Array<Ball> c = accused.question().cotangent().orElseThrow().map(Ball::exact);
        if (f.composed().isEmpty()) {
            int m = y.size();
            return new Loss(Array.vector(c.entries()), Array.build(List.of(m, m), o -> Ball.exact(0)));
        }
        Definition loss = new Definition(
                f.name() + " (loss)",
                f.text(),
                f.needs(),
                f.stability(),
                List.of("y"),
                f.composed().get().loss(),
                f.points(),
                Optional.empty());
        Derivatives<Ball> at = new Derivatives<>(
                BALLS,
                loss,
                point.parameters(),
                point.arguments().map(Ball::exact).with("y", y));
        return new Loss(at.gradient(c), at.hessian(c));
    }

    private Optional<Answered> value() {
        return station.find(model.name(), Quantity.VALUE, Optional.empty());
    }

    /** The gradient of the same L as the Hessian's that seems right, reverse mode first; rows of ∇f are of another L. */
    private Optional<Answered> gradient(Answered hessian) {
        return Stream.of(Mode.REV, Mode.FWD)
                .flatMap(mode -> station.answered().stream()
                        .filter(a -> a.question().function().equals(f.name())
                                && a.question().quantity() == Quantity.GRADIENT
                                && a.question().mode().equals(Optional.of(mode))
                                && a.question()
                                        .cotangent()
                                        .equals(hessian.question().cotangent())))
                .min(Comparator.comparing(Answered::isDoubtful));
    }

    /** The rows of ∇f, if all have been answered. */
    private Optional<List<Answered>> jacobian(Answered y) {
        List<Answered> rows = IntStream.range(0, y.output().size())
                .mapToObj(i -> row(i, y.output()))
                .flatMap(Optional::stream)
                .toList();
        return rows.size() == y.output().size() ? Optional.of(rows) : Optional.empty();
    }

    /** Row i of ∇f: the vjp, or the gradient, of the model with cotangent eᵢ. */
    private Optional<Answered> row(int i, Array<Double> y) {
        Array<Double> unit = Array.build(y.shape(), o -> o == i ? 1.0 : 0.0);
        return station.answered().stream()
                .filter(a -> a.question().function().equals(model.name())
                        && (a.question().quantity() == Quantity.VJP
                                || a.question().quantity() == Quantity.GRADIENT)
                        && a.question().cotangent().equals(Optional.of(unit)))
                .min(Comparator.comparing(Answered::isDoubtful));
    }

    /** Σ|answer|·|K| at its largest: the size of the terms that an identity adds up. */
    private double size(Answered answered) {
        Array<Ball> k = characteristicDirection().orElseThrow();
        Array<Double> output = answered.output();
        int p = k.dimension(0);
        double largest = 0;
        double ofScales = 0;
        for (int j = 0; j < k.dimension(1); j++) {
            for (int row = 0; row < output.size() / p; row++) {
                double sum = 0;
                double scales = 0;
                for (int a = 0; a < p; a++) {
                    double weight = Math.abs(k.get(a, j).midpoint());
                    sum += Math.abs(output.get(row * p + a)) * weight;
                    scales += answered.truth().scale(row * p + a) * weight;
                }
                largest = Math.max(largest, sum);
                ofScales = Math.max(ofScales, scales);
            }
        }
        return largest > 0 ? largest : ofScales;
    }
}
