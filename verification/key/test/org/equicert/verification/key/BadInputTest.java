package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with what lies on the disk has its own message, and is never taken for a proof. */
class BadInputTest {

    @TempDir
    private Path folder;

    @Test
    void aDamagedLedgerIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("ledger.json"), "{\n\"contracts\" : [ {\n");
        Unusable e = assertThrows(Unusable.class, () -> Ledger.read(file));
        assertTrue(e.getMessage().matches("(?s).*ledger.json:[23]: damaged: .*--fresh.*"), e.getMessage());
    }

    @Test
    void aStatusThatDoesNotExistIsDamageNotAProof() throws IOException {
        Path file = Files.writeString(
                folder.resolve("ledger.json"), "{\"contracts\": [{\"id\": \"X.f\", \"status\": \"surely\"}]}");
        Unusable e = assertThrows(Unusable.class, () -> Ledger.read(file));
        assertTrue(e.getMessage().contains("damaged") && e.getMessage().contains("surely"), e.getMessage());
    }

    @Test
    void aLedgerThatCannotBeWrittenIsSaid() {
        Path file = folder.resolve("absent").resolve("ledger.json");
        Unusable e = assertThrows(Unusable.class, () -> Ledger.empty().write(file));
        assertTrue(e.getMessage().contains("cannot be written"), e.getMessage());
    }

    @Test
    void anotherProversRowsAreKept() throws IOException, Unusable {
        Path file = Files.writeString(
                folder.resolve("ledger.json"),
                "{\"contracts\": [], \"mutants\": [], \"openjml\": {\"X.f\": {\"status\": \"proved\", \"seconds\": 1.5}}}");
        Ledger.read(file).with("h", Map.of(), List.of()).write(file);
        assertEquals("proved", Ledger.read(file).openjml().get("X.f").status());
    }

    @Test
    void aSavedProofThatWasEditedIsSeen() throws IOException {
        ProofCache cache = ProofCache.of(Map.of("XDG_CACHE_HOME", folder.toString()), "/nowhere");
        Path file = cache.file("X.f", "hash");
        assertEquals(ProofCache.State.ABSENT, ProofCache.state(file));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "\\proof { }");
        assertEquals(ProofCache.State.EDITED, ProofCache.state(file));
        ProofCache.seal(file);
        assertEquals(ProofCache.State.INTACT, ProofCache.state(file));
        Files.writeString(file, "\\proof { (closed) }");
        assertEquals(ProofCache.State.EDITED, ProofCache.state(file));
        assertFalse(file.equals(cache.file("X.f", "another hash")), "a proof of other sources is another file");
    }

    @Test
    void aProjectThatIsNoneIsSaid() {
        assertTrue(assertThrows(Unusable.class, () -> Project.read(folder))
                .getMessage()
                .contains("--root"));
    }

    @Test
    void aStatementOrContractThatDoesNotExistIsAnsweredWithNearOnes() throws IOException, Unusable {
        Project project = Project.read(Path.of("../.."));
        Unusable statement = assertThrows(Unusable.class, () -> new Explanation(project).of("T.Thm1.2c"));
        assertTrue(statement.getMessage().contains("T.Thm1.2a"), statement.getMessage());
        Unusable contract = Selection.of("Exact.ad", project.links()).empty(List.of("Exact.add", "Sign.product"));
        assertTrue(contract.getMessage().endsWith("did you mean Exact.add?"), contract.getMessage());
        assertThrows(Unusable.class, () -> Selection.of("Exact.(", project.links()));
    }
}
