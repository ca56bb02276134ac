package org.equicert.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equicert.candidate.BuiltInCandidate;
import org.equicert.function.Functions;

/**
 * What judged.
 *
 * @param equicert this project's version
 * @param java that of the virtual machine
 * @param catalogue a digest of the compiled functions and equivariances: with another one, verdicts may differ
 */
public record Versions(String equicert, String java, String catalogue) {
    /** The versions that run now. */
    public static Versions current() {
        return new Versions(BuiltInCandidate.VERSION, Runtime.version().toString(), catalogueDigest());
    }

    private static String catalogueDigest() {
        try {
            Path code = Path.of(Functions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(code)) {
                return digest(code);
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return digest(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(Path root) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String folder : List.of("function", "equivariance")) {
            try (Stream<Path> files = Files.list(root.resolve("org/equicert").resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** Why a report of {@code other} versions may be judged otherwise here; empty where it may not. */
    public Optional<String> unlike(Versions other) {
        return catalogue.equals(other.catalogue) && equicert.equals(other.equicert)
                ? Optional.empty()
                : Optional.of("made by equicert " + other.equicert + " with catalogue " + other.catalogue
                        + ", judged again by " + equicert + " with " + catalogue);
    }
}
