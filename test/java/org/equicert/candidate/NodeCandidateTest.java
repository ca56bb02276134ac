package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCandidateTest {
    @TempDir
    Path cache;

    private String refusal(Optional<Path> node) {
        LibraryCandidate.Options options = new LibraryCandidate.Options(
                Path.of(""), node, false, Map.of("EQUICERT_CACHE", cache.toString()), Optional.empty());
        CandidateUnusable unusable = assertThrows(
                CandidateUnusable.class,
                () -> LibraryCandidate.start(
                        Language.NODE, "tfjs", options, ProcessCandidate.Limits.DEFAULT, note -> {}));
        return String.valueOf(unusable.getMessage());
    }

    @Test
    void whereNodeIsMissingItIsSaid() {
        String refusal = refusal(Optional.of(Path.of("no-such-node")));
        assertTrue(refusal.contains("node:tfjs needs Node, and no-such-node does not run"), refusal);
    }

    @Test
    void whereTheLibraryIsMissingItIsSaidWhatInstallWouldDo() {
        assumeTrue(
                Program.run(List.of("node", "--version"), Duration.ofSeconds(30), line -> {})
                        .succeeded(),
                "node does not run");
        String refusal = refusal(Optional.empty());
        assertTrue(refusal.contains("no @tensorflow/tfjs"), refusal);
        assertTrue(refusal.contains("install @tensorflow/tfjs 4.22.0 into " + cache), refusal);
    }
}
