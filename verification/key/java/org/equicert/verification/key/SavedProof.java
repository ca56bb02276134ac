package org.equicert.verification.key;

import de.uka.ilkd.key.nparser.ProofReplayer;
import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.proof.io.IntermediatePresentationProofFileParser;
import de.uka.ilkd.key.proof.io.IntermediateProofReplayer;
import de.uka.ilkd.key.proof.io.ProofSaver;
import de.uka.ilkd.key.rule.OneStepSimplifier;
import de.uka.ilkd.key.strategy.Strategy;
import de.uka.ilkd.key.strategy.StrategyProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CharStreams;

/**
 * Proofs in KeY's own format. Only the steps are read from a file: the obligation that they are followed on is made anew
 * from the sources, so no file can make KeY believe what it would not prove.
 */
final class SavedProof {

    private static final Pattern BEGIN = Pattern.compile("\\\\proof\\s*\\{");

    private SavedProof() {}

    static void write(Proof proof, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path next = Files.createTempFile(file.getParent(), "next", ".proof");
        String problem = new ProofSaver(proof, next.toFile()).save();
        if (problem != null) {
            throw new IOException(problem);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        ProofCache.seal(file);
    }

    /** Applies the recorded steps to a fresh obligation, as far as they go; what stopped them, or empty. */
    static String follow(Proof proof, Path file) throws IOException {
        String text = Files.readString(file);
        Matcher begin = BEGIN.matcher(text); // not \proofObligation, which stands before it
        if (!begin.find()) {
            throw new IOException(file + " is not a saved proof");
        }
        var parser = new IntermediatePresentationProofFileParser(proof);
        ProofReplayer.run(CharStreams.fromString(text.substring(begin.end() - 1)), parser, 1, file.toUri());
        StrategyProperties p = proof.getSettings().getStrategySettings().getActiveStrategyProperties();
        p.setProperty(StrategyProperties.OSS_OPTIONS_KEY, StrategyProperties.OSS_ON); // as the recorded search had it
        Strategy.updateStrategySettings(proof, p);
        OneStepSimplifier.refreshOSS(proof);
        var result = new IntermediateProofReplayer(null, proof, parser.getResult()).replay(null, null);
        return result.getErrors().isEmpty()
                ? ""
                : Rejection.firstLine(result.getErrors().getFirst());
    }
}
