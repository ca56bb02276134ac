package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An open goal is cut to what matters, and says what usually helps. */
class GoalTextTest {

    @Test
    void whatEveryGoalHasIsLeftOut() {
        GoalText goal = new GoalText(
                List.of("wellFormed(heap)", "a.<created> = TRUE", "measuredByEmpty", "x >= 1"),
                List.of("a = null", "x >= 2"));
        assertEquals(List.of("to be shown (one of):", "  x >= 2", "from:", "  x >= 1"), goal.lines());
    }

    @Test
    void longFormulasAreCut() {
        GoalText goal = new GoalText(List.of(), List.of("x".repeat(5000)));
        assertTrue(goal.lines().stream().allMatch(line -> line.length() < 200), goal.toString());
    }

    @Test
    void theHintFitsTheGoal() {
        assertHint("Relation.composition(heap, c, a, b)", "call the law");
        assertHint("x * y >= 1", "Sign.product");
        assertHint("\\<{method-frame: {}}\\> true", "loop without an invariant");
        assertHint("p = q", "claims too much");
        assertTrue(new GoalText(List.of(), List.of("p")).hints(true).getFirst().contains("axioms"));
    }

    private static void assertHint(String wanted, String word) {
        List<String> hints = new GoalText(List.of(), List.of(wanted)).hints(false);
        assertTrue(hints.getFirst().contains(word), hints.toString());
        assertFalse(hints.isEmpty());
    }
}
