package org.equicert.oracle;

import java.util.Locale;
import java.util.Optional;
import org.equicert.number.Undecided;

/** Weighs a claim: finds η and reads the verdict off η, the budget and the power. Nobody chooses a tolerance. */
final class Scale {
    /** A question whose budget is a larger part of 1 than this decides nothing. */
    private static final double MOST_BUDGET = 0.25;

    /** A question that would have missed a larger relative error than this decides nothing. */
    private static final double LEAST_POWER = 1e-3;

    private Scale() {}

    static Judgement weigh(Judge judge, Precision precision, double budget, Claim claim) {
        double u = precision.unitRoundoff();
        if (budget * u > MOST_BUDGET) {
            return Judgement.without(
                    judge, Verdict.UNDECIDED, "a chain of " + (long) budget + " roundings leaves nothing to judge by");
        }
        try {
            if (claim.acceptable(budget)) {
                double power = claim.power(budget);
                double eta = BackwardError.above(0, budget, claim::acceptable);
                boolean strong = power <= LEAST_POWER;
                return new Judgement(
                        judge,
                        strong ? Verdict.CONSISTENT : Verdict.UNDECIDED,
                        eta,
                        budget,
                        power,
                        Optional.empty(),
                        strong ? "" : String.format(Locale.ROOT, "an error of %.1e would have passed unseen", power),
                        Optional.empty());
            }
        } catch (Undecided e) {
            return Judgement.without(judge, Verdict.UNDECIDED, e.getMessage());
        }
        return beyondBudget(judge, precision, budget, claim);
    }

    private static Judgement beyondBudget(Judge judge, Precision precision, double budget, Claim claim) {
        double u = precision.unitRoundoff();
        double lenient =
                precision.lower().map(low -> budget * low.unitRoundoff() / u).orElse(budget);
        double power = powerOrNaN(claim, budget);
        try {
            if (lenient > budget && claim.acceptable(lenient)) {
                double eta = BackwardError.above(budget, lenient, claim::acceptable);
                Discrepancy worst = claim.worst();
                return new Judgement(
                        judge,
                        Verdict.INACCURATE,
                        eta,
                        budget,
                        power,
                        Optional.empty(),
                        "as if computed in " + precision.lower().orElseThrow().word(),
                        Optional.of(worst));
            }
        } catch (Undecided e) {
            return new Judgement(
                    judge,
                    Verdict.UNDECIDED,
                    budget,
                    budget,
                    power,
                    Optional.empty(),
                    "beyond the budget, but whether a lower precision inside explains it cannot be said: "
                            + e.getMessage(),
                    Optional.empty());
        }
        double eta = BackwardError.above(lenient, 0.25 / u, t -> acceptableAsFarAsKnown(claim, t));
        return new Judgement(
                judge, Verdict.REFUTED, eta, budget, power, Optional.empty(), "", Optional.of(claim.worst()));
    }

    private static boolean acceptableAsFarAsKnown(Claim claim, double t) {
        try {
            return claim.acceptable(t);
        } catch (Undecided e) {
            return true; // what cannot be excluded is not counted against the candidate
        }
    }

    private static double powerOrNaN(Claim claim, double t) {
        try {
            return claim.power(t);
        } catch (Undecided e) {
            return Double.NaN;
        }
    }
}
