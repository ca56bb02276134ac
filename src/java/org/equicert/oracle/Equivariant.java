package org.equicert.oracle;

import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** T.Thm1 for one equivariance at one point, on a candidate's own answers. */
final class Equivariant {
    /** Residuals are evaluated with so many bits: far more than any answer has. */
    static final int BITS = 160;

    private static final Balls BALLS = Balls.ofBits(BITS);

    private final Definition f;
    private final Definition model;
    private final Equivariance equivariance;
    private final Point point;
    private final Station station;
    private @Nullable Optional<Array<Ball>> direction;

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
        if (direction == null) {
            direction = value().flatMap(y -> {
                try {
                    return Optional.of(identities(y.within(0)).characteristicDirection());
                } catch (Undecided e) {
                    return Optional.empty();
                }
            });
        }
        return direction;
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
                            Array<Ball> outputs = y.within(t);
                            return identities(outputs)
                                    .first(
                                            gradient.entries(t),
                                            loss(outputs, gradient).gradient().entries());
                        },
                        t -> size(gradient)),
                List.of(y)));
    }

    /** T.Thm1.2a and, following from it but with less to blame, T.Thm1.2b on a Hessian. */
    Stream<Tied> second(Answered hessian) {
        Optional<Answered> y = value();
        Optional<Answered> gradient = gradient();
        if (y.isEmpty() || gradient.isEmpty()) {
            return Stream.empty();
        }
        Tied pure = new Tied(
                new Residual(
                        "T.Thm1.2b (" + equivariance.name() + ")",
                        t -> {
                            Array<Ball> outputs = y.get().within(t);
                            Loss loss = loss(outputs, hessian);
                            return identities(outputs)
                                    .secondPure(
                                            hessian.within(t),
                                            gradient.get().entries(t),
                                            loss.hessian(),
                                            loss.gradient().entries());
                        },
                        t -> size(hessian)),
                List.of(y.get(), gradient.get()));
        return Stream.concat(Stream.of(pure), mixed(hessian, y.get(), gradient.get()).stream());
    }

    private Optional<Tied> mixed(Answered hessian, Answered y, Answered gradient) {
        List<Optional<Answered>> rows = IntStream.range(0, y.output().size())
                .mapToObj(i -> row(i, y.output()))
                .toList();
        if (rows.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Answered> jacobian = rows.stream().map(Optional::orElseThrow).toList();
        Residual residual = new Residual(
                "T.Thm1.2a (" + equivariance.name() + ")",
                t -> {
                    Array<Ball> outputs = y.within(t);
                    Loss loss = loss(outputs, hessian);
                    List<List<Ball>> gradientOfF =
                            jacobian.stream().map(row -> row.entries(t)).toList();
                    return identities(outputs)
                            .secondMixed(
                                    hessian.within(t),
                                    gradient.entries(t),
                                    loss.hessian(),
                                    loss.gradient().entries(),
                                    Array.matrix(
                                            jacobian.size(),
                                            gradient.output().size(),
                                            (i, a) -> gradientOfF.get(i).get(a)));
                },
                t -> size(hessian));
        return Optional.of(new Tied(
                residual,
                Stream.concat(Stream.of(y, gradient), jacobian.stream()).toList()));
    }

    private Identities<Ball> identities(Array<Ball> y) {
        return Identities.at(BALLS, equivariance, f, point, y);
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

    /** The gradient of L that seems right, reverse mode first. */
    private Optional<Answered> gradient() {
        return Stream.of(Mode.REV, Mode.FWD)
                .flatMap(mode -> station.find(f.name(), Quantity.GRADIENT, Optional.of(mode)).stream())
                .min(java.util.Comparator.comparing(Answered::isDoubtful));
    }

    /** Row i of ∇f: the vjp, or the gradient, of the model with cotangent eᵢ. */
    private Optional<Answered> row(int i, Array<Double> y) {
        Array<Double> unit = Array.build(y.shape(), o -> o == i ? 1.0 : 0.0);
        return station.answered().stream()
                .filter(a -> a.question().function().equals(model.name())
                        && (a.question().quantity() == Quantity.VJP
                                || a.question().quantity() == Quantity.GRADIENT)
                        && a.question().cotangent().equals(Optional.of(unit)))
                .min(java.util.Comparator.comparing(Answered::isDoubtful));
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
