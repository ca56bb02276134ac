package org.equicert.oracle;

import java.util.Locale;
import java.util.Optional;
import org.equicert.number.Undecided;

/** Weighs a claim: finds η and reads the verdict off η, the budget and the power. Nobody chooses a tolerance. */
final class Scale {
    /** A question whose budget is a larger part of 1 than this decides nothing. */
    static final double MOST_BUDGET = 0.25;

    /**
     * A question that would have missed a larger relative error than this decides nothing: three digits or, in a precision
     * that has fewer than six, half of them.
     */
    private static double leastPower(Precision precision) {
        return Math.max(1e-3, Math.sqrt(precision.unitRoundoff()));
    }

    private Scale() {}

    static Judgement weigh(Judge judge, Precision precision, double budget, Claim claim) {
        double u = precision.unitRoundoff();
        if (budget * u > MOST_BUDGET) {
            return Judgement.without(
                    judge, Verdict.UNDECIDED, "a chain of " + (long) budget + " roundings leaves nothing to judge by");
        }
        double reach = Budget.reach(budget, u);
        try {
            if (claim.acceptable(reach)) {
                double power = claim.power(reach);
                double eta = Math.min(budget, BackwardError.above(0, reach, claim::acceptable));
                boolean strong = power <= leastPower(precision);
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
        double reach = Budget.reach(budget, u);
        double lenient = Budget.lenientReach(budget, precision);
        double power = powerOrNaN(claim, reach);
        try {
            if (lenient > reach && claim.acceptable(lenient)) {
                double eta = BackwardError.above(reach, lenient, claim::acceptable);
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
        double eta = BackwardError.above(lenient, MOST_BUDGET / u, t -> acceptableAsFarAsKnown(claim, t));
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
