package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status says what is proved, and nothing that is open, stale or missing hides in it. */
class StatusTest {

    @TempDir
    private Path root;

    @BeforeEach
    void aSmallProject() throws IOException {
        write("verification/key/settings.json", Files.readString(Path.of("settings.json")));
        write("spec/statements.yaml", """
                - {id: T.Eq8, title: One, kind: algebraic, text: t, formula: f, premises: p, assumed: nothing}
                - {id: T.Def1, title: Two, kind: definition, text: t, formula: f, premises: p, proved: p, assumed: a}
                """);
        write("test/java/XTest.java", "class XTest {\n    @Property\n    void T_Eq8_holds() {}\n}\n");
        write(Project.REFERENCE + "/X.java", """
                /** T.Eq8. */
                final class X {
                    //@ ensures true;
                    static void f() {}

                    //@ ensures true;
                    static void g() {}
                }
                """);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private Status status(Ledger.Status f, String hashOfF, Map<String, Ledger.OpenJml> openjml)
            throws IOException, Unusable {
        Project project = Project.read(root);
        List<Ledger.Entry> rows = new ArrayList<>();
        rows.add(new Ledger.Entry("X.f", "", 4, "", f, "auto", 1, 7, hashOfF == null ? project.hash("X.f") : hashOfF));
        rows.add(project.entry("X.g", new Outcome(Ledger.Status.PROVED, "replay", 2, 5, "")));
        new Ledger("", Map.of(), "", rows, openjml).write(project.ledgerFile());
        return new Status(project);
    }

    private static void assertSays(String what, Status status) {
        assertTrue(status.table().stream().anyMatch(line -> line.contains(what)), String.join("\n", status.table()));
    }

    @Test
    void whatIsProvedOfTheseSourcesIsGood() throws IOException, Unusable {
        Status status = status(Ledger.Status.PROVED, null, Map.of());
        assertTrue(status.isGood() && status.isStrictlyGood());
        assertSays("T.Eq8               2/2 proved   auto+replay", status);
        assertTrue(status.table().stream().allMatch(line -> line.length() <= Status.WIDTH));
    }

    @Test
    void anOpenContractIsNotGood() throws IOException, Unusable {
        Status status = status(Ledger.Status.KILLED, null, Map.of());
        assertFalse(status.isGood() || status.isStrictlyGood());
        assertSays("not proved (1): X.f", status);
        assertSays("1/2 killed", status);
    }

    @Test
    void aRowOfOtherSourcesIsStale() throws IOException, Unusable {
        Status status = status(Ledger.Status.PROVED, "another", Map.of());
        assertFalse(status.isStrictlyGood());
        assertSays("stale (1): X.f", status);
        assertSays("1/2 stale", status);
    }

    @Test
    void aStaleRowOfTheOtherProverIsToo() throws IOException, Unusable {
        String current = Project.read(root).sources().hash("X");
        assertNotEquals(Sources.digest("X"), current, "the hash is of the source, not of the name");
        var fresh = new Ledger.OpenJml("proved", 1, "OpenJML", current, "");
        var stale = new Ledger.OpenJml("proved", 1, "OpenJML", "another", "");
        assertTrue(status(Ledger.Status.PROVED, null, Map.of("X.f", fresh)).isStrictlyGood());
        Status status = status(Ledger.Status.PROVED, null, Map.of("X.f", stale));
        assertFalse(status.isStrictlyGood());
        assertSays("X.f (OpenJML)", status);
    }

    @Test
    void aContractWithoutARowIsMissing() throws IOException, Unusable {
        String text = Files.readString(root.resolve(Project.REFERENCE + "/X.java"));
        write(
                Project.REFERENCE + "/X.java",
                text.replace("}\n}", "}\n\n    //@ ensures true;\n    static void h() {}\n}"));
        Status status = status(Ledger.Status.PROVED, null, Map.of());
        assertFalse(status.isStrictlyGood());
        assertSays("not in the ledger (1): X.h", status);
    }

    @Test
    void theStatementsArePrintedForPrograms() throws IOException, Unusable {
        JsonNode json = new ObjectMapper()
                .readTree(status(Ledger.Status.PROVED, null, Map.of()).json());
        JsonNode statement = json.get("statements").get(0);
        assertEquals("T.Eq8", statement.get("id").asText());
        assertEquals(2, statement.get("contracts").size());
        assertEquals("proved", statement.get("key").get("status").asText());
        assertEquals(12, statement.get("key").get("nodes").asInt());
        assertEquals("not-run", statement.get("openjml").get("status").asText());
        assertEquals("XTest.T_Eq8_holds", statement.get("properties").get(0).asText());
        assertEquals(
                "assumed",
                json.get("statements").get(1).get("key").get("status").asText());
    }

    @Test
    void aStatementIsExplained() throws IOException, Unusable {
        status(Ledger.Status.PROVED, null, Map.of());
        String text = String.join("\n", new Explanation(Project.read(root)).of("T.Eq8"));
        for (String part : List.of(
                "T.Eq8: One",
                "X.f, " + Project.REFERENCE + "/X.java:4",
                "//@ ensures true;",
                "KeY proved",
                "OpenJML not-run",
                "XTest.T_Eq8_holds")) {
            assertTrue(text.contains(part), part + " in\n" + text);
        }
    }
}
