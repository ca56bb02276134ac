package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is to be proved, and in which order. */
class PlanTest {

    private static Ledger.Entry row(String id, double seconds) {
        return new Ledger.Entry(id, "", 1, "", Ledger.Status.PROVED, "auto", seconds, 1, "");
    }

    @Test
    void theLongestComeFirstAndTheUnknownAmongThem() {
        Ledger ledger = new Ledger("", Map.of(), "", List.of(row("X.short", 1), row("X.long", 90)), Map.of());
        assertEquals(
                List.of("X.long", "X.a", "X.b", "X.short"),
                Proving.longestFirst(List.of("X.b", "X.short", "X.a", "X.long"), ledger));
    }

    @Test
    void aStatementSelectsItsContractsAndAPatternNames() throws IOException, Unusable {
        Links links = Project.read(Path.of("../..")).links();
        Selection statement = Selection.of("T.Thm1.1", links);
        assertTrue(statement.contains("Theorem1.first"));
        assertFalse(statement.contains("Exact.add"));
        assertTrue(Selection.of("Exact\\..*", links).contains("Exact.longs accessible"));
        assertTrue(Selection.of(Selection.ALL, links).isAll());
    }

    @Test
    void aMachineOfAnySizeHasOneOrTwoProvers() {
        assertTrue(Crew.fitting() >= 1 && Crew.fitting() <= 2);
    }

    @Test
    void linesAreOfOneKindOrOfNone() {
        String text = "package p;\n\n/** Prose. */\nclass X {\n    //@ requires true;\n    void f() {} // why\n}\n";
        Lines lines = Lines.of(Sources.of(Path.of("."), Map.of("X", text)));
        assertEquals(new Lines(4, 1, 1), lines);
        assertEquals(0.25, lines.ratio());
    }
}
