package org.equicert.verification.key;

import de.uka.ilkd.key.logic.Sequent;
import de.uka.ilkd.key.logic.SequentFormula;
import de.uka.ilkd.key.pp.LogicPrinter;
import de.uka.ilkd.key.proof.Goal;
import de.uka.ilkd.key.proof.Proof;
import java.util.ArrayList;
import java.util.List;

/** What is left of a proof that did not close, for a person to read. */
final class OpenGoals {

    private static final int SHOWN = 2;

    private OpenGoals() {}

    /** The number of open goals, what usually helps, and the first sequents; empty if the proof is closed. */
    static String of(Proof proof, Settings.Strategy strategy) {
        if (proof.closed()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        List<GoalText> goals = new ArrayList<>();
        for (Goal goal : proof.openGoals()) {
            if (goals.size() < SHOWN) {
                goals.add(text(goal.sequent(), proof));
            }
        }
        boolean spent = proof.countNodes() - proof.countBranches() >= strategy.maxSteps();
        lines.add(proof.openGoals().size() + " open goal" + (proof.openGoals().size() == 1 ? "" : "s")
                + (spent ? ", the step limit of " + strategy.maxSteps() + " reached" : ""));
        goals.getFirst().hints(spent).forEach(hint -> lines.add("what usually helps: " + hint));
        for (int i = 0; i < goals.size(); i++) {
            lines.add("goal " + (i + 1) + ":");
            goals.get(i).lines().forEach(line -> lines.add("  " + line));
        }
        return String.join("\n", lines);
    }

    private static GoalText text(Sequent sequent, Proof proof) {
        return new GoalText(printed(sequent.antecedent(), proof), printed(sequent.succedent(), proof));
    }

    private static List<String> printed(Iterable<SequentFormula> formulas, Proof proof) {
        List<String> all = new ArrayList<>();
        for (SequentFormula formula : formulas) {
            all.add(LogicPrinter.quickPrintTerm(formula.formula(), proof.getServices())
                    .strip());
        }
        return all;
    }
}
