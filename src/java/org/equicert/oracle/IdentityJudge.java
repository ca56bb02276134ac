package org.equicert.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equicert.equivariance.Equivariance;
import org.equicert.equivariance.Symmetry;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Ball;

/**
 * Judges answers by what any correct ones satisfy among themselves: T.Thm1 for each equivariance of the function, T.Thm2
 * at fixed points of its discrete symmetries, and the identities that need none. No reference value enters; the truth is used only for how well conditioned each answer is,
 * and for whom to blame where two answers contradict each other.
 */
final class IdentityJudge {
    private final Definition f;
    private final Station station;
    private final List<Equivariant> equivariances = new ArrayList<>();
    private final List<FixedPoint> fixedPoints = new ArrayList<>();

    IdentityJudge(Definition f, List<Equivariance> equivariances, List<Symmetry> symmetries, Station station) {
        this.f = f;
        this.station = station;
        station.answered().stream().findFirst().ifPresent(any -> {
            Question q = any.question();
            Point point = new Point(q.parameters(), q.inputs());
            for (Equivariance equivariance : equivariances) {
                if (equivariance.applies().test(point)) {
                    this.equivariances.add(new Equivariant(f, equivariance, point, station));
                }
            }
            symmetries.stream()
                    .filter(symmetry -> symmetry.fixes(point))
                    .forEach(symmetry -> fixedPoints.add(new FixedPoint(f, symmetry, point)));
        });
    }

    /** What the identities say of each answer about f that they bear on. */
    List<Ruling> rulings() {
        return station.rulings().stream()
                .flatMap(truth -> ruling(truth).stream())
                .toList();
    }

    private Optional<Ruling> ruling(Ruling byTruth) {
        Question question = byTruth.accused().question();
        if (question.quantity() == Quantity.VALUE) {
            return Optional.empty();
        }
        Verdict verdict = byTruth.judgement().verdict();
        if (verdict == Verdict.UNSUPPORTED || verdict == Verdict.FAILED) {
            return Optional.of(new Ruling(
                    byTruth.accused(),
                    Judgement.without(
                            Judge.IDENTITY, verdict, byTruth.judgement().reason()),
                    byTruth.questions()));
        }
        Optional<Answered> answered = station.answered().stream()
                .filter(a -> a.exchange().equals(byTruth.accused()))
                .findFirst();
        return answered.map(this::ruling);
    }

    private Ruling ruling(Answered accused) {
        List<Charge> charges = charges(accused);
        List<Weighed> weighed = new ArrayList<>();
        List<String> questions = new ArrayList<>(List.of(accused.question().id()));
        for (Charge charge : charges) {
            weighed.add(new Weighed(charge, weigh(accused, charge)));
            charge.witnesses().stream()
                    .map(a -> a.question().id())
                    .filter(id -> !questions.contains(id))
                    .forEach(questions::add);
        }
        Judgement worst = weighed.stream()
                .max(GRAVITY)
                .map(Weighed::judgement)
                .orElseGet(() -> Judgement.without(
                        Judge.IDENTITY, Verdict.UNDECIDED, "no identity ties this answer to another one"));
        return new Ruling(accused.exchange(), worst.withCoverage(coverage(accused, weighed)), List.copyOf(questions));
    }

    private record Weighed(Charge charge, Judgement judgement) {}

    /** The gravest first; among equals, what an equivariance says before what another answer of the same thing says. */
    private static final Comparator<Weighed> GRAVITY = Comparator.comparing(Weighed::judgement, Judgement.GRAVITY)
            .thenComparing(w -> !w.charge().mutual())
            .thenComparingDouble(w -> w.judgement().eta() / w.judgement().budget());

    /** An identity that the accused answer must satisfy together with others; T.Thm1 for an equivariance, or a free one. */
    private record Charge(
            Residual residual, List<Answered> witnesses, boolean mutual, Optional<Equivariant> equivariance) {
        static Charge free(Residual residual, List<Answered> witnesses) {
            return new Charge(residual, witnesses, !witnesses.isEmpty(), Optional.empty());
        }
    }

    private List<Charge> charges(Answered accused) {
        return switch (accused.question().quantity()) {
            case VALUE -> List.of();
            case GRADIENT, VJP ->
                all(
                        tied(e -> e.first(accused).stream()),
                        fixedPoints.stream().map(at -> Charge.free(at.first(accused), List.of())),
                        agreement(accused));
            case HESSIAN -> {
                Charge symmetry = Charge.free(FreeIdentities.symmetry(accused), List.of());
                yield all(
                        Stream.of(symmetry),
                        tied(e -> e.second(accused).stream()),
                        fixedPoints.stream().map(at -> Charge.free(at.second(accused), List.of())),
                        agreement(accused));
            }
            case HVP ->
                of(Quantity.HESSIAN)
                        .filter(h ->
                                h.question().mode().equals(accused.question().mode()))
                        .map(h -> Charge.free(FreeIdentities.hessianProduct(accused, h), List.of(h)))
                        .toList();
            case JVP ->
                of(Quantity.VJP)
                        .map(vjp -> Charge.free(FreeIdentities.adjointness(accused, vjp), List.of(vjp)))
                        .toList();
        };
    }

    @SafeVarargs
    private static List<Charge> all(Stream<Charge>... charges) {
        return Stream.of(charges).flatMap(c -> c).toList();
    }

    private Stream<Charge> tied(Function<Equivariant, Stream<Equivariant.Tied>> identities) {
        return equivariances.stream()
                .flatMap(e ->
                        identities.apply(e).map(t -> new Charge(t.residual(), t.witnesses(), false, Optional.of(e))));
    }

    private Stream<Answered> of(Quantity quantity) {
        return station.answered().stream()
                .filter(a ->
                        a.question().function().equals(f.name()) && a.question().quantity() == quantity);
    }

    /** The modes of one quantity agree; so do gradient and vjp. */
    private Stream<Charge> agreement(Answered accused) {
        return station.answered().stream()
                .filter(other -> other != accused && other.truth() == accused.truth())
                .map(other -> Charge.free(FreeIdentities.agreement(accused, other), List.of(other)));
    }

    private static Judgement weigh(Answered accused, Charge charge) {
        double budget = Stream.concat(Stream.of(accused), charge.witnesses().stream())
                .mapToDouble(a -> a.truth().budget())
                .max()
                .orElseThrow();
        Judgement judgement = Scale.weigh(Judge.IDENTITY, accused.question().precision(), budget, charge.residual());
        boolean accuses = judgement.verdict() == Verdict.REFUTED || judgement.verdict() == Verdict.INACCURATE;
        if (!accuses) {
            return judgement;
        }
        // An identity says that one of several answers is wrong. It is this one only if it is none of the others.
        for (Answered witness : charge.witnesses()) {
            if (witness.isDoubtful()) {
                String why = "is itself " + witness.judgement().verdict().word();
                return excused(judgement, charge, why, witness, Optional.empty());
            }
            if (!witness.isSound()) {
                return excused(judgement, charge, "may be the wrong one", witness, judgement.worst());
            }
        }
        String detail = judgement.reason().isEmpty() ? "" : ": " + judgement.reason();
        return judgement.withReason(charge.residual().name() + " does not hold" + detail);
    }

    /** No accusation. The contradiction stays, unless what is wrong with the witness explains it. */
    private static Judgement excused(
            Judgement judgement, Charge charge, String why, Answered witness, Optional<Discrepancy> contradiction) {
        return new Judgement(
                Judge.IDENTITY,
                Verdict.UNDECIDED,
                Double.NaN,
                judgement.budget(),
                judgement.power(),
                judgement.coverage(),
                charge.residual().name() + " does not hold, but " + witness.name() + " " + why,
                contradiction);
    }

    /** On how many directions T.Thm1 has constrained the answer: rank of all K together that decided something, of p. */
    private static Optional<Coverage> coverage(Answered accused, List<Weighed> weighed) {
        return switch (accused.question().quantity()) {
            case GRADIENT, VJP, HESSIAN -> {
                int p = accused.output().dimension(0);
                List<Array<Ball>> directions = weighed.stream()
                        .filter(w -> w.judgement().verdict() != Verdict.UNDECIDED)
                        .flatMap(w -> w.charge().equivariance().stream())
                        .flatMap(e -> e.characteristicDirection().stream())
                        .toList();
                yield Optional.of(new Coverage(Equivariant.rank(directions), p));
            }
            case VALUE, JVP, HVP -> Optional.empty();
        };
    }
}
