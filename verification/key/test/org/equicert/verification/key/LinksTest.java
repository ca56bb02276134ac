package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Statements, contracts, properties and pages are linked both ways. */
class LinksTest {

    private static final Path ROOT = Path.of("../..");

    private static Links links() throws IOException, Unusable {
        return Project.read(ROOT).links();
    }

    @Test
    void everyNameLeadsSomewhereAndEveryAlgebraicStatementIsProvedAndTested() throws IOException, Unusable {
        assertEquals(List.of(), links().broken());
    }

    /** A contract says something of the theory, or it is of the arithmetic below it, or it is a witness. */
    @Test
    void everyContractBelongsToAStatement() throws IOException, Unusable {
        Links links = links();
        List<String> belowTheTheory = List.of("Exact", "Sign");
        assertEquals(
                List.of(),
                links.outline().methods().stream()
                        .filter(method -> !method.contractNames().isEmpty())
                        .filter(method ->
                                !method.type().startsWith("Witness") && !belowTheTheory.contains(method.type()))
                        .map(Outline.Method::id)
                        .filter(id -> links.statementsOf(id).isEmpty())
                        .toList());
    }

    @Test
    void everyStatementHasItsPageAndNoPageIsLeftOver() throws IOException, Unusable {
        Map<String, String> written = new TreeMap<>();
        try (var files = Files.list(ROOT.resolve("spec/statements"))) {
            for (Path file : files.toList()) {
                written.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertEquals(new Pages(links()).all(), written, "write them anew: ./equicert explain --pages");
    }

    @Test
    void everyStatementSaysEverything() throws IOException, Unusable {
        for (Catalogue.Statement s : links().catalogue().statements()) {
            boolean whole = s.title() != null
                    && s.text() != null
                    && s.formula() != null
                    && s.premises() != null
                    && s.assumed() != null;
            assertTrue(whole, s.id());
            assertEquals(s.kind() != Catalogue.Kind.ALGEBRAIC, s.proved() != null, s.id());
        }
    }

    @Test
    void aMentionIsAStatementOrAGroupOfThem() throws IOException, Unusable {
        Catalogue catalogue = links().catalogue();
        assertEquals(List.of("T.Thm1.2a"), catalogue.named("T.Thm1.2a"));
        assertEquals(List.of("T.S2"), catalogue.named("T §2"));
        assertEquals(List.of("T.Thm2.1", "T.Thm2.2"), catalogue.named("T.Thm2"));
        assertEquals(List.of(), catalogue.named("T.Thm9"));
        assertEquals(List.of("T.Cor3", "T §2"), Catalogue.mentions("by T.Cor3. And (T §2)."));
        assertEquals(List.of("T.S2.recursive"), catalogue.ofProperty("T_S2_recursiveLaw"));
        assertEquals(List.of("T.Thm1.2a"), catalogue.ofProperty("T_Thm1_2a"));
        assertEquals(List.of("T.Thm2.1", "T.Thm2.2"), catalogue.ofProperty("T_Thm2_holds"));
        assertEquals(List.of("T.Eq8", "T.Eq9"), catalogue.ofProperty("T_Eq8_T_Eq9_bothHold"));
        assertEquals(List.of(), catalogue.ofProperty("T_Eq8_T_Eq99"));
    }
}
