package org.equicert.verification.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the commands work on: the verified sources, the prover's settings, the statements, and where things are. */
record Project(Path root, Settings settings, Sources sources, Links links) {

    static final String REFERENCE = "src/java/org/equicert/reference";

    static Project read(Path root) throws IOException, Unusable {
        if (!Files.isDirectory(root.resolve("verification/key"))) {
            throw new Unusable("there is no verification/key here: run this in the project's root, or give --root");
        }
        Settings settings;
        try {
            settings = Settings.read(settingsFile(root));
        } catch (JsonProcessingException e) {
            throw Unusable.damaged(settingsFile(root), e, "");
        }
        Sources sources = Sources.read(root.resolve(REFERENCE));
        Catalogue catalogue = Catalogue.read(root.resolve("spec/statements.yaml"));
        return new Project(root, settings, sources, Links.of(catalogue, sources, root.resolve("test/java")));
    }

    private static Path settingsFile(Path root) {
        return root.resolve("verification/key/settings.json");
    }

    Path settingsFile() {
        return settingsFile(root);
    }

    Path ledgerFile() {
        return root.resolve("verification/ledger.json");
    }

    Ledger ledger() throws IOException, Unusable {
        return Ledger.read(ledgerFile());
    }

    /** Refuses sources in which something would make proofs worthless. */
    void demandSound() throws Unusable {
        List<String> violations = new ArrayList<>(Bans.violations(sources));
        violations.addAll(Recursion.violations(sources));
        if (!violations.isEmpty()) {
            throw new Unusable(
                    violations.size() + " thing(s) in the verified sources that would make proofs worthless:\n"
                            + String.join("\n", violations));
        }
    }

    /** What a contract's proof depends on. */
    String hash(String contract) {
        return sources.hash(Sources.type(contract), Prover.NAME, settings.options(), settings.strategyOf(contract));
    }

    boolean isStale(Ledger.Entry entry) {
        return !entry.hash().equals(hash(entry.id()));
    }

    boolean isStale(String contract, Ledger.OpenJml row) {
        return row.sourceHash() == null || !row.sourceHash().equals(sources.hash(Sources.type(contract)));
    }

    /** The row of an outcome. */
    Ledger.Entry entry(String contract, Outcome outcome) {
        return new Ledger.Entry(
                contract,
                REFERENCE + "/" + Sources.type(contract) + ".java",
                links.outline().method(contract).map(Outline.Method::line).orElse(1),
                String.join(", ", links.statementsOf(contract)),
                outcome.status(),
                outcome.mode(),
                outcome.seconds(),
                outcome.nodes(),
                hash(contract));
    }
}
