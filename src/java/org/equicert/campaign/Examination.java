package org.equicert.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.equicert.candidate.Candidate;
import org.equicert.equivariance.Symmetries;
import org.equicert.function.Arguments;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Ruling;
import org.equicert.oracle.Verdict;

/**
 * All that a candidate is asked of one function in one precision: what was planned, a search for trouble, and small
 * witnesses of what is refuted. No two depend on each other.
 */
final class Examination {
    /** So often a candidate may crash, hang or talk nonsense at one quantity and mode. */
    private static final int MOST_FAILURES = 3;

    /** Told what is being asked, and whether it was planned or is a detour. */
    @FunctionalInterface
    interface Watch {
        void at(String doing, boolean isPlanned);
    }

    private final Candidate candidate;
    private final List<Inquiry> planned;
    private final Plan plan;
    private final Oracle oracle;
    private final Assessment assessment;
    private final BooleanSupplier stopped;
    private final Watch progress;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<List<Object>, Integer> failures = new HashMap<>();

    Examination(
            Candidate candidate,
            List<Inquiry> planned,
            Plan plan,
            Oracle oracle,
            Assessment assessment,
            BooleanSupplier stopped,
            Watch progress) {
        this.candidate = candidate;
        this.planned = planned;
        this.plan = plan;
        this.oracle = oracle;
        this.assessment = assessment;
        this.stopped = stopped;
        this.progress = progress;
    }

    /** Asks what was planned, then what the answers call for; returns everything asked, in order. */
    List<Exchange> run() {
        List<Inquiry> asked = new ArrayList<>();
        for (Inquiry inquiry : planned) {
            ask(inquiry, true);
            asked.add(inquiry);
        }
        if (!stopped.getAsBoolean()) {
            search(asked);
            shrink(asked);
        }
        return exchanges;
    }

    /** All questions of an inquiry, whether planned or a detour. */
    private void ask(Inquiry inquiry, boolean isPlanned) {
        for (Question question : inquiry.questions()) {
            if (stopped.getAsBoolean()) {
                return;
            }
            progress.at(question.id(), isPlanned);
            exchanges.add(new Exchange(inquiry.station(), question, answer(question)));
        }
    }

    /** The candidate's answer; one that crashes or hangs again and again at the same kind of question is left in peace. */
    private Answer answer(Question question) {
        List<Object> kind = List.of(question.function(), question.quantity(), question.mode());
        if (failures.getOrDefault(kind, 0) >= MOST_FAILURES) {
            return new Answer.Failed("not asked: it has failed at questions of this kind " + MOST_FAILURES + " times");
        }
        Answer answer = candidate.ask(question);
        if (answer instanceof Answer.Failed) {
            failures.merge(kind, 1, Integer::sum);
        }
        return answer;
    }

    /** Asks at further points, each chosen by what came out before, and adds the inquiries to those of the same rows. */
    private void search(List<Inquiry> inquiries) {
        if (plan.search() == 0) {
            return;
        }
        Definition f = inquiries.getFirst().f();
        Precision precision = inquiries.getFirst().precision();
        RandomGenerator random = new SplittableRandom(plan.seed()).split();
        Search search = new Search(f, precision, random);
        inquiries.forEach(inquiry -> search.learn(inquiry.point(), strain(inquiry)));
        int first = plan.points() + 2 + Symmetries.of(f).size(); // after the lattice's and the fixed points
        for (int more = 0; more < plan.search() && !stopped.getAsBoolean(); more++) {
            Optional<Point> point = search.next();
            if (point.isEmpty()) {
                return;
            }
            progress.at("searching " + f.name(), false);
            String station =
                    StationName.point(f.name(), precision, first + more).toString();
            Inquiry inquiry = Inquiry.drawn(station, f, point.get(), precision, candidate.description(), random);
            ask(inquiry, false);
            search.learn(point.get(), strain(inquiry));
            inquiries.add(inquiry);
        }
    }

    /** How near the answers came to what rounding no longer explains: the largest η as a part of its budget. */
    private double strain(Inquiry inquiry) {
        return rulings(inquiry).stream()
                .map(Ruling::judgement)
                .mapToDouble(j -> j.eta() / j.budget())
                .filter(strain -> !Double.isNaN(strain))
                .max()
                .orElse(0);
    }

    private List<Ruling> rulings(Inquiry inquiry) {
        return assessment.rulings(
                inquiry.station(),
                exchanges.stream()
                        .filter(e -> e.station().equals(inquiry.station()))
                        .toList());
    }

    /** For each quantity and mode that a judge refutes: finds a small, round witness and asks all that is asked of a point. */
    private void shrink(List<Inquiry> inquiries) {
        Set<List<Object>> known = new HashSet<>();
        for (Inquiry inquiry : inquiries) {
            List<Ruling> rulings = rulings(inquiry);
            for (Ruling ruling : rulings) {
                Question question = ruling.accused().question();
                if (ruling.judgement().verdict() == Verdict.REFUTED
                        && known.add(List.of(question.quantity(), question.mode()))) {
                    witness(inquiry, question, rightModes(rulings, question.quantity()));
                }
            }
        }
    }

    private static List<Optional<Mode>> rightModes(List<Ruling> rulings, Quantity quantity) {
        return rulings.stream()
                .filter(r -> r.accused().question().quantity() == quantity
                        && r.judgement().judge() == Judge.TRUTH
                        && r.judgement().verdict() == Verdict.CONSISTENT)
                .map(r -> r.accused().question().mode())
                .distinct()
                .toList();
    }

    private void witness(Inquiry inquiry, Question refuted, List<Optional<Mode>> right) {
        progress.at("shrinking " + refuted.id(), false);
        Shrinker shrinker = new Shrinker(candidate, oracle, inquiry.f(), stopped);
        Question smallest = shrinker.shrink(refuted, right);
        StationName name =
                StationName.witness(inquiry.f().name(), inquiry.precision(), refuted.quantity(), refuted.mode());
        Inquiry again = inquiry.around(smallest, name.toString());
        ask(again, false);
        confirm(
                again.question(refuted.quantity(), refuted.mode()),
                name.confirmation().toString());
    }

    /** The same question in the finest other precision that holds its numbers or, where there is none, at the point scaled by 2. */
    private void confirm(Question question, String station) {
        if (stopped.getAsBoolean()) {
            return;
        }
        Question again = candidate.description().precisions().stream()
                .filter(p -> p != question.precision() && question.isHeldBy(p))
                .min(Comparator.comparingDouble(Precision::unitRoundoff))
                .map(other -> question.in(other, station))
                .orElseGet(() -> scaled(question, station));
        exchanges.add(new Exchange(station, again, candidate.ask(again)));
    }

    private static Question scaled(Question question, String station) {
        Arguments<Double> inputs = question.inputs();
        for (String name : question.wrt()) {
            inputs = inputs.with(name, inputs.get(name).map(x -> 2 * x));
        }
        return question.with(inputs, question.cotangent(), question.tangent()).in(question.precision(), station);
    }
}
