package org.equicert.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.Description;
import org.equicert.equivariance.Symmetries;
import org.equicert.equivariance.Symmetry;
import org.equicert.function.Definition;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Lattice;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;

/**
 * Asks a candidate everything that a plan holds, judges what it answers, and shrinks what is refuted. Several of a kind
 * share the work, function by function; the outcome is the same.
 */
public final class Campaign {
    /** Fixed points are asked at this size: the least at which two of anything can be the same. */
    private static final int FIXED_SIZE = 2;

    private static final int DRAWS = 100;

    private final List<? extends Candidate> candidates;
    private final Description description;
    private final Plan plan;
    private final Assessment assessment;
    private final Oracle oracle;
    private final Progress progress;
    private volatile boolean stopped;

    /** @param candidates one implementation, in as many instances as are to work side by side */
    public Campaign(List<? extends Candidate> candidates, Plan plan, Oracle oracle, Progress progress) {
        this.candidates = candidates;
        this.description = candidates.getFirst().description();
        this.plan = plan;
        this.oracle = oracle;
        this.assessment = new Assessment(oracle);
        this.progress = progress;
    }

    /** With one candidate. */
    public Campaign(Candidate candidate, Plan plan, Oracle oracle, Progress progress) {
        this(List.of(candidate), plan, oracle, progress);
    }

    /** Asks the campaign to stop soon; {@link #run} then returns what there is. */
    public void stop() {
        stopped = true;
    }

    /** Asks, judges and shrinks, function by function. */
    public Run run() {
        List<List<Inquiry>> planned = planned();
        int total = planned.stream()
                .flatMap(List::stream)
                .mapToInt(inquiry -> inquiry.questions().size())
                .sum();
        Count count = new Count(total);
        BlockingQueue<Candidate> idle = new LinkedBlockingQueue<>(candidates);
        List<Exchange> asked = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(candidates.size())) {
            List<CompletableFuture<List<Exchange>>> examinations = planned.stream()
                    .map(inquiries -> CompletableFuture.supplyAsync(() -> examine(inquiries, idle, count), workers)
                            .whenComplete((done, failure) -> stopped = stopped || failure != null))
                    .toList();
            examinations.forEach(examination -> asked.addAll(examination.join()));
        }
        progress.at(count.done, total, "judging");
        return new Run(description, plan.seed(), !stopped, assessment.results(asked), asked);
    }

    private List<Exchange> examine(List<Inquiry> planned, BlockingQueue<Candidate> idle, Count count) {
        if (stopped) {
            return List.of();
        }
        Candidate candidate = idle.remove();
        try {
            return new Examination(candidate, planned, plan, oracle, assessment, () -> stopped, count).run();
        } finally {
            idle.add(candidate);
        }
    }

    /** How far all examinations have come together. */
    private final class Count implements Examination.Watch {
        private final int total;
        private int done;

        Count(int total) {
            this.total = total;
        }

        @Override
        public synchronized void at(String doing, boolean isPlanned) {
            progress.at(isPlanned ? done++ : 0, isPlanned ? total : 0, doing);
        }
    }

    /** What is asked of each function in each precision; both precisions ask at the same points. */
    private List<List<Inquiry>> planned() {
        List<List<Inquiry>> planned = new ArrayList<>();
        for (Definition f : plan.functions()) {
            if (!description.functions().contains(f.name())) {
                continue;
            }
            for (Precision precision : plan.precisions()) {
                if (description.precisions().contains(precision)) {
                    planned.add(planned(f, precision));
                }
            }
        }
        return planned;
    }

    private List<Inquiry> planned(Definition f, Precision precision) {
        List<Inquiry> inquiries = new ArrayList<>();
        for (int number = 1; number <= plan.points(); number++) {
            inquiries.add(inquiry(f, precision, number));
        }
        if (f.needs().isEmpty()) { // sums and products alone: logic can judge them, on integers
            inquiries.add(onLattice(f, precision, plan.points() + 1));
        }
        List<Symmetry> symmetries = Symmetries.of(f);
        for (int i = 0; i < symmetries.size(); i++) {
            fixed(f, symmetries.get(i), precision, plan.points() + 2 + i).ifPresent(inquiries::add);
        }
        return inquiries;
    }

    private Inquiry inquiry(Definition f, Precision precision, int number) {
        return Inquiry.drawn(f, precision, number, number, description, plan.seed());
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
                .map(point -> Inquiry.drawn(station, f, point, precision, description, random));
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
}
