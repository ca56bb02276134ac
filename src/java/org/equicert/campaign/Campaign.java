package org.equicert.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.Description;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Question;
import org.equicert.oracle.Ruling;
import org.equicert.oracle.Verdict;

/** Asks a candidate everything that a plan holds, judges what it answers, and shrinks what is refuted. */
public final class Campaign {
    private final Candidate candidate;
    private final Plan plan;
    private final Assessment assessment;
    private final Oracle oracle;
    private final Progress progress;
    private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
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
                shrink(inquiries.stream()
                        .filter(other -> sameRows(inquiry, other))
                        .toList());
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
                    RandomGenerator random = new SplittableRandom(plan.seed() * 1_000_003L + number).split();
                    Point point = f.points().at(number, random);
                    String station =
                            StationName.point(f.name(), precision, number).toString();
                    inquiries.add(Inquiry.drawn(station, f, point, precision, description, random));
                }
            }
        }
        return inquiries;
    }

    private int ask(Inquiry inquiry, int done, int total) {
        int asked = 0;
        for (Question question : inquiry.questions()) {
            if (stopped) {
                break;
            }
            progress.at(done + asked, total, question.id());
            exchanges.add(new Exchange(inquiry.station(), question, candidate.ask(question)));
            asked++;
        }
        return asked;
    }

    /** For each quantity and mode that a judge refutes: finds a small, round witness and asks all that is asked of a point. */
    private void shrink(List<Inquiry> inquiries) {
        List<Question> refuted = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            List<Exchange> asked = exchanges.stream()
                    .filter(e -> e.station().equals(inquiry.station()))
                    .toList();
            for (Ruling ruling : assessment.rulings(inquiry.station(), asked)) {
                Question question = ruling.accused().question();
                boolean known = refuted.stream()
                        .anyMatch(q ->
                                q.quantity() == question.quantity() && q.mode().equals(question.mode()));
                if (ruling.judgement().verdict() == Verdict.REFUTED && !known) {
                    refuted.add(question);
                    witness(inquiry, question);
                }
            }
        }
    }

    private void witness(Inquiry inquiry, Question refuted) {
        progress.at(0, 0, "shrinking " + refuted.id());
        Shrinker shrinker = new Shrinker(candidate, oracle, inquiry.f(), () -> stopped);
        Question smallest = shrinker.shrink(refuted);
        StationName name =
                StationName.witness(inquiry.f().name(), inquiry.precision(), refuted.quantity(), refuted.mode());
        Point point = new Point(smallest.parameters(), smallest.inputs());
        Inquiry again = inquiry.at(
                name.toString(),
                point,
                smallest.cotangent().orElse(inquiry.cotangent()),
                smallest.tangent().orElse(inquiry.tangent()));
        ask(again, 0, 0);
        confirm(
                again.question(refuted.quantity(), refuted.mode()),
                name.confirmation().toString());
    }

    /** The same question in another precision, if the candidate has one. */
    private void confirm(Question question, String station) {
        Optional<Precision> other = candidate.description().precisions().stream()
                .filter(p -> p != question.precision())
                .findFirst();
        if (other.isPresent() && !stopped) {
            Question again = question.in(other.get(), station);
            exchanges.add(new Exchange(station, again, candidate.ask(again)));
        }
    }
}
