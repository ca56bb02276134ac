package org.equicert.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.equicert.equivariance.Equivariances;
import org.equicert.function.Functions;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Judgement;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Question;
import org.equicert.oracle.Ruling;
import org.equicert.oracle.Verdict;

/**
 * A fault before the judges.
 *
 * @param hasEffect whether an answer differs from the right one beyond rounding, by comparison alone
 * @param verdicts the gravest accusation by judge: inaccurate, failed or refuted
 * @param contradicts whether an identity fails where no judge may hold an answer against the truth: only how far
 *     rounding reaches is taken from there
 * @param excuses why the truth does not accuse wrong answers
 * @param wronglyBlamed what was said against answers that are right
 */
record Trial(
        Fault fault,
        boolean hasEffect,
        Map<Judge, Verdict> verdicts,
        boolean contradicts,
        Set<String> excuses,
        List<Ruling> wronglyBlamed) {
    private static final Set<Verdict> ACCUSATIONS = EnumSet.of(Verdict.INACCURATE, Verdict.FAILED, Verdict.REFUTED);

    private static final Oracle ORACLE = Oracle.ofCatalogue();
    /** No definition is corroborated, so none accuses: what identities find remains a contradiction. */
    private static final Oracle WITHOUT_REFERENCE =
            new Oracle(Functions::find, Equivariances::of, function -> List.of());

    static Trial of(Fault fault, Survey survey) {
        Function<Question, Answer> faulty = fault.faulty().get();
        boolean lattice = Functions.find(fault.function()).orElseThrow().needs().isEmpty();
        Set<Judge> judges = lattice ? EnumSet.allOf(Judge.class) : EnumSet.of(Judge.TRUTH, Judge.IDENTITY);
        List<List<Exchange>> asked = survey.stations().stream()
                .map(station -> station.stream()
                        .map(e -> new Exchange(e.station(), e.question(), faulty.apply(e.question())))
                        .toList())
                .toList();
        boolean hasEffect = false;
        boolean contradicts = false;
        Map<Judge, Verdict> verdicts = new EnumMap<>(Judge.class);
        Set<String> excuses = new TreeSet<>();
        List<Ruling> wronglyBlamed = new ArrayList<>();
        for (int s = 0; s < asked.size(); s++) {
            List<Exchange> right = survey.stations().get(s);
            List<Exchange> answered = asked.get(s);
            boolean here = false;
            for (int i = 0; i < right.size(); i++) {
                here |= survey.differs(right.get(i), answered.get(i).answer());
            }
            hasEffect |= here;
            if (!here || (contradicts && verdicts.keySet().containsAll(judges))) {
                continue;
            }
            for (Ruling ruling : ORACLE.judge(fault.function(), answered)) {
                Judgement judgement = ruling.judgement();
                if (!accuses(judgement)) {
                    if (judgement.judge() == Judge.TRUTH && isWrong(survey, right, ruling.accused())) {
                        excuses.add(judgement.verdict().word() + ": " + judgement.reason());
                    }
                    continue;
                }
                if (right.contains(ruling.accused())) {
                    wronglyBlamed.add(ruling);
                } else {
                    verdicts.merge(judgement.judge(), judgement.verdict(), Verdict::and);
                }
            }
            contradicts |= verdicts.containsKey(Judge.IDENTITY)
                    || WITHOUT_REFERENCE.judge(fault.function(), answered).stream()
                            .map(Ruling::judgement)
                            .anyMatch(j -> j.judge() == Judge.IDENTITY
                                    && (accuses(j)
                                            || j.verdict() == Verdict.UNDECIDED
                                                    && j.worst().isPresent()));
        }
        return new Trial(fault, hasEffect, verdicts, contradicts, excuses, List.copyOf(wronglyBlamed));
    }

    private static boolean isWrong(Survey survey, List<Exchange> right, Exchange answered) {
        return right.stream()
                .filter(e -> e.question().equals(answered.question()))
                .anyMatch(e -> survey.differs(e, answered.answer()));
    }

    /** What the truth judge says of nonsense, the identity judge only repeats. */
    private static boolean accuses(Judgement judgement) {
        return ACCUSATIONS.contains(judgement.verdict())
                && !(judgement.judge() == Judge.IDENTITY && judgement.verdict() == Verdict.FAILED);
    }

    boolean isKilled() {
        return !verdicts.isEmpty();
    }

    /** The gravest that any judge says; {@link Verdict#CONSISTENT} where none accuses. */
    Verdict gravest() {
        return verdicts.values().stream().reduce(Verdict.CONSISTENT, Verdict::and);
    }
}
