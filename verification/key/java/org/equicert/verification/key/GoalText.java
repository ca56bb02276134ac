package org.equicert.verification.key;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A sequent in words: what is known, and what is to be shown (one of it); without what every goal has. */
record GoalText(List<String> known, List<String> wanted) {

    private static final int WIDTH = 180;
    private static final int FORMULAS = 12;
    private static final Pattern EVERYWHERE = Pattern.compile(
            "wellFormed\\(.*\\)|measuredByEmpty|.*<created>.* = TRUE|in(Int|Long)\\(\\w+\\)|\\w+ = null|.*::exactInstance\\(.*\\) = TRUE");
    private static final Pattern RELATION = Pattern.compile("\\bRelation::?\\.?\\w+\\(|\\bRelation\\.\\w+\\(");
    private static final Pattern PRODUCT = Pattern.compile("\\w[\\])]*\\s*\\*\\s*\\w");

    /** The sequent, cut to what matters; the wanted formulas come first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("to be shown" + (wanted.size() > 1 ? " (one of)" : "") + ":");
        shown(wanted, lines);
        lines.add("from:");
        shown(known, lines);
        return lines;
    }

    private static void shown(List<String> formulas, List<String> lines) {
        List<String> telling = formulas.stream()
                .filter(Predicate.not(EVERYWHERE.asMatchPredicate()))
                .map(GoalText::cut)
                .toList();
        telling.stream().limit(FORMULAS).forEach(each -> lines.add("  " + each));
        if (telling.size() > FORMULAS) {
            lines.add("  … and " + (telling.size() - FORMULAS) + " more");
        }
        if (telling.isEmpty()) {
            lines.add("  (nothing)");
        }
    }

    private static String cut(String formula) {
        String line = formula.replaceAll("\\s+", " ");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }

    /** What usually helps with a goal of this kind; {@code spent} if the search ran out of steps. */
    List<String> hints(boolean spent) {
        List<String> hints = new ArrayList<>();
        String goal = String.join("\n", wanted);
        if (goal.contains("\\<{") || goal.contains("\\[{")) {
            hints.add(
                    "the program is not executed to its end: a loop without an invariant, or a call whose precondition "
                            + "is not known to hold (shapes: Law.shapes; ranges: Exact.longs)");
        }
        if (RELATION.matcher(goal).find()) {
            hints.add("a relation is not derived: call the law that concludes it just before, with the arguments in "
                    + "this order; unfold a relation only in a lemma of its own (axioms: free)");
        }
        if (PRODUCT.matcher(goal + String.join("\n", known)).find()) {
            hints.add("nonlinear arithmetic is not searched: state the sign of the product by a call of Sign.product");
        }
        if (known.stream().anyMatch(each -> each.contains("\\forall"))) {
            hints.add(
                    "a quantified fact may lack its instance: put the entry that is needed into a lemma for one index");
        }
        if (spent) {
            hints.add("the search may go round in circles: \"axioms\": \"off\" keeps definitions opaque, \"split\": "
                    + "\"delayed\" puts case distinctions off; more steps help last");
        }
        if (hints.isEmpty()) {
            hints.add("look whether the contract claims too much, then split it into lemmas");
        }
        return hints;
    }
}
