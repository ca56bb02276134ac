package org.equicert.verification.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Saved proofs, outside the repository, by the hash of all that a proof depends on; beside each file its own hash.
 *
 * @param directory {@code $XDG_CACHE_HOME/equicert/proofs}, or the same below {@code ~/.cache}
 */
record ProofCache(Path directory) {

    enum State {
        ABSENT,
        INTACT,
        EDITED
    }

    static ProofCache of(Map<String, String> environment, String home) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isEmpty() ? Path.of(home, ".cache") : Path.of(cache);
        return new ProofCache(base.resolve("equicert").resolve("proofs"));
    }

    /** Where the proof of a contract is or will be. A change of sources, settings or prover is another file. */
    Path file(String contract, String hash) {
        return directory.resolve(Sources.digest(contract + hash) + ".proof");
    }

    static State state(Path file) throws IOException {
        if (!Files.exists(file)) {
            return State.ABSENT;
        }
        Path seal = sealOf(file);
        return Files.exists(seal) && Files.readString(seal).strip().equals(fingerprint(file))
                ? State.INTACT
                : State.EDITED;
    }

    static void seal(Path file) throws IOException {
        Files.writeString(sealOf(file), fingerprint(file) + "\n");
    }

    private static Path sealOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    private static String fingerprint(Path file) throws IOException {
        return Sources.digest(Files.readString(file, StandardCharsets.UTF_8));
    }
}
