package org.equicert.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.Description;
import org.equicert.equivariance.Symmetries;
import org.equicert.equivariance.Symmetry;
import org.equicert.function.Arguments;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Lattice;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Ruling;
import org.equicert.oracle.Verdict;

/** Asks a candidate everything that a plan holds, judges what it answers, and shrinks what is refuted. */
public final class Campaign {
    /** So often a candidate may crash, hang or talk nonsense at one function, quantity, mode and precision. */
    private static final int MOST_FAILURES = 3;

    /** Fixed points are asked at this size: the least at which two of anything can be the same. */
    private static final int FIXED_SIZE = 2;

    private static final int DRAWS = 100;

    private final Candidate candidate;
    private final Plan plan;
    private final Assessment assessment;
    private final Oracle oracle;
    private final Progress progress;
    private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
    private final Map<List<Object>, Integer> failures = new HashMap<>();
    private volatile boolean stopped;

    public Campaign(Candidate candidate, Plan plan, Oracle oracle, Progress progress) {
        this.candidate = candidate;
        this.plan = plan;
        this.oracle = oracle;
        this.assessment = new Assessment(oracle);
        this.progress = progress;
    }

    /** Asks the campaign to stop soon; {@link #run} then returns what there is. */
    public void stop() {
        stopped = true;
    }

    /** Asks, judges and shrinks, function by function. */
    public Run run() {
        List<Inquiry> inquiries = inquiries();
        int total = inquiries.stream().mapToInt(i -> i.questions().size()).sum();
        int done = 0;
        for (int i = 0; i < inquiries.size() && !stopped; i++) {
            Inquiry inquiry = inquiries.get(i);
            done += ask(inquiry, done, total);
            boolean last = i + 1 == inquiries.size() || !sameRows(inquiry, inquiries.get(i + 1));
            if (last && !stopped) {
                List<Inquiry> all = new ArrayList<>(inquiries.stream()
                        .filter(other -> sameRows(inquiry, other))
                        .toList());
                if (plan.search() > 0) {
                    search(all);
                }
                shrink(all);
            }
        }
        progress.at(done, total, "judging");
        List<Exchange> asked = List.copyOf(exchanges);
        return new Run(candidate.description(), plan.seed(), !stopped, assessment.results(asked), asked);
    }

    private static boolean sameRows(Inquiry one, Inquiry other) {
        return one.f().equals(other.f()) && one.precision() == other.precision();
    }

    /** One inquiry for each function × precision × point; both precisions ask at the same points. */
    private List<Inquiry> inquiries() {
        Description description = candidate.description();
        List<Inquiry> inquiries = new ArrayList<>();
        for (Definition f : plan.functions()) {
            if (!description.functions().contains(f.name())) {
                continue;
            }
            for (Precision precision : plan.precisions()) {
                if (!description.precisions().contains(precision)) {
                    continue;
                }
                for (int number = 1; number <= plan.points(); number++) {
                    inquiries.add(inquiry(f, precision, number));
                }
                if (f.needs().isEmpty()) { // sums and products alone: logic can judge them, on integers
                    inquiries.add(onLattice(f, precision, plan.points() + 1));
                }
                List<Symmetry> symmetries = Symmetries.of(f);
                for (int i = 0; i < symmetries.size(); i++) {
                    fixed(f, symmetries.get(i), precision, plan.points() + 2 + i)
                            .ifPresent(inquiries::add);
                }
            }
        }
        return inquiries;
    }

    private Inquiry inquiry(Definition f, Precision precision, int number) {
        return Inquiry.drawn(f, precision, number, number, candidate.description(), plan.seed());
    }

    /** An inquiry at a fixed point of a discrete symmetry, if any of so many draws has one. */
    private Optional<Inquiry> fixed(Definition f, Symmetry symmetry, Precision precision, int number) {
        RandomGenerator random = Inquiry.random(plan.seed(), number);
        String station = StationName.point(f.name(), precision, number).toString();
        return Stream.generate(() -> f.points().at(FIXED_SIZE, random))
                .limit(DRAWS)
                .filter(symmetry.applies())
                .map(point -> symmetry.fixed(point).map(precision::round))
                .filter(point -> f.formula().isDefinedAt(point))
                .findFirst()
                .map(point -> Inquiry.drawn(station, f, point, precision, candidate.description(), random));
    }

    /** A point and directions of integers, as large as the precision allows for all questions to be exact. */
    private Inquiry onLattice(Definition f, Precision precision, int number) {
        Inquiry drawn = inquiry(f, precision, number);
        for (double grid = 8; grid >= 1; grid /= 2) {
            Inquiry integral = drawn.onGrid(grid);
            if (integral.questions().stream().allMatch(Lattice::holds)) {
                return integral;
            }
        }
        return drawn.map(Math::signum);
    }

    private int ask(Inquiry inquiry, int done, int total) {
        int asked = 0;
        for (Question question : inquiry.questions()) {
            if (stopped) {
                break;
            }
            progress.at(done + asked, total, question.id());
            exchanges.add(new Exchange(inquiry.station(), question, answer(question)));
            asked++;
        }
        return asked;
    }

    /** The candidate's answer; one that crashes or hangs again and again at the same kind of question is left in peace. */
    private Answer answer(Question question) {
        List<Object> kind = List.of(question.function(), question.quantity(), question.mode(), question.precision());
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
        Definition f = inquiries.getFirst().f();
        Precision precision = inquiries.getFirst().precision();
        RandomGenerator random = new SplittableRandom(plan.seed()).split();
        Search search = new Search(f, precision, random);
        inquiries.forEach(inquiry -> search.learn(inquiry.point(), strain(inquiry)));
        for (int more = 0; more < plan.search() && !stopped; more++) {
            Optional<Point> point = search.next();
            if (point.isEmpty()) {
                return;
            }
            progress.at(0, 0, "searching " + f.name());
            String station = StationName.point(f.name(), precision, plan.points() + 2 + more) // after the lattice's
                    .toString();
            Inquiry inquiry = Inquiry.drawn(station, f, point.get(), precision, candidate.description(), random);
            ask(inquiry, 0, 0);
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
        progress.at(0, 0, "shrinking " + refuted.id());
        Shrinker shrinker = new Shrinker(candidate, oracle, inquiry.f(), () -> stopped);
        Question smallest = shrinker.shrink(refuted, right);
        StationName name =
                StationName.witness(inquiry.f().name(), inquiry.precision(), refuted.quantity(), refuted.mode());
        Inquiry again = inquiry.around(smallest, name.toString());
        ask(again, 0, 0);
        confirm(
                again.question(refuted.quantity(), refuted.mode()),
                name.confirmation().toString());
    }

    /** The same question in the finest other precision that holds its numbers or, where there is none, at the point scaled by 2. */
    private void confirm(Question question, String station) {
        if (stopped) {
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
