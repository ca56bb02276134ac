package org.equicert.candidate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder in the user's cache that holds one installed version of one library. It counts only once its marker is written,
 * which is the last thing that happens: a half-made one is made anew.
 */
record PrivateFolder(Path path) {
    private static final String MARKER = "equicert-complete";

    /** Fills the folder, which does not exist, or throws. */
    @FunctionalInterface
    interface Filling {
        void fill(Path folder) throws IOException, CandidateUnusable;
    }

    /** The folder of a library within the cache. */
    static PrivateFolder of(Library library, Path cache) {
        return new PrivateFolder(
                cache.resolve(library.language().word()).resolve(library.name() + "-" + library.installedVersion()));
    }

    /** {@code EQUICERT_CACHE}, or {@code equicert} in the user's cache folder. */
    static Path cache(Map<String, String> environment) {
        if (environment.containsKey("EQUICERT_CACHE")) {
            return Path.of(environment.getOrDefault("EQUICERT_CACHE", "")).toAbsolutePath();
        }
        String home = System.getProperty("user.home", ".");
        return Path.of(environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache"))
                .resolve("equicert");
    }

    boolean isComplete() {
        return Files.exists(path.resolve(MARKER));
    }

    /** Fills it, unless it is complete; two processes take turns. */
    void make(Filling filling) throws CandidateUnusable {
        try {
            Files.createDirectories(path.getParent());
            Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid() || !isComplete()) {
                    delete();
                    filling.fill(path);
                    Files.writeString(path.resolve(MARKER), "");
                }
            }
        } catch (IOException e) {
            throw new CandidateUnusable("The private installation in " + path + " cannot be written (" + e.getMessage()
                    + "): set EQUICERT_CACHE to a folder that can.");
        }
    }

    private void delete() throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
