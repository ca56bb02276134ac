package org.equicert.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.equicert.function.Corroboration;
import org.equicert.function.Definition;
import org.equicert.number.Undecided;

/**
 * Which definitions may accuse: those whose value two independent libraries have agreed with on recorded points, by the
 * truth judge's own measure, and none has contradicted. A library's value that is inaccurate itself, or was recorded where
 * nothing can be decided, speaks neither for nor against. The definition is the truth, and a slip in it would accuse
 * everybody.
 */
final class Corroborations {
    private static final int LIBRARIES = 2;

    private final Function<String, List<Corroboration.Record>> records;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    Corroborations(Function<String, List<Corroboration.Record>> records) {
        this.records = records;
    }

    boolean mayAccuse(Definition f) {
        return known.computeIfAbsent(f.name(), name -> isCorroborated(f));
    }

    /** The judgement, but no accusation on the word of a definition that nobody has corroborated. */
    Judgement temper(Definition f, Judgement judgement) {
        boolean accuses = judgement.verdict() == Verdict.REFUTED || judgement.verdict() == Verdict.INACCURATE;
        return accuses && !mayAccuse(f)
                ? Judgement.without(
                        judgement.judge(),
                        Verdict.UNDECIDED,
                        "the definition of " + f.name()
                                + " has not been corroborated by two libraries, so it accuses nobody")
                : judgement;
    }

    private boolean isCorroborated(Definition f) {
        Set<String> agreeing = new HashSet<>();
        for (Corroboration.Record record : records.apply(f.name())) {
            switch (verdict(f, record)) {
                case CONSISTENT, EXACT -> agreeing.add(record.library());
                case REFUTED, FAILED -> {
                    return false;
                }
                case INACCURATE, UNDECIDED, UNSUPPORTED -> {}
            }
        }
        return agreeing.size() >= LIBRARIES;
    }

    private static Verdict verdict(Definition f, Corroboration.Record record) {
        Question question = new Question(
                "corroboration",
                f.name(),
                record.point().parameters(),
                Quantity.VALUE,
                Optional.empty(),
                Precision.F64,
                record.point().arguments(),
                f.wrt(),
                Optional.empty(),
                Optional.empty());
        try {
            return TruthJudge.judge(new Truth(f, question), Precision.F64, record.value())
                    .verdict();
        } catch (Undecided e) {
            return Verdict.UNDECIDED;
        }
    }
}
