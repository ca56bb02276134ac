package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmCandidateTest {
    private static final Library EJML = new Library(Language.JAVA, "ejml", Optional.of("9.9.9"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[ERROR] Failed to execute goal on project ejml: Could not collect dependencies for project a:b:jar:0.1.0: Failed to"
                        + " read artifact descriptor for org.ejml:ejml-simple:jar:9.9.9: Could not find artifact' |"
                        + " org.ejml:ejml-simple:jar:9.9.9",
                "'[ERROR] Cannot access central in offline mode and the artifact ai.djl:native:jar:linux-x86_64:2.7.1 has not been"
                        + " downloaded from it before.' | ai.djl:native:jar:linux-x86_64:2.7.1",
                "'[ERROR] Could not transfer artifact org.nd4j:nd4j-api:pom:1.0.0-M2.1 from/to central: Unknown host' |"
                        + " org.nd4j:nd4j-api:pom:1.0.0-M2.1",
            })
    void whatMavenCouldNotFetchIsSaidInOneLine(String error, String artifact) {
        String message = String.valueOf(
                JvmCandidate.unbuilt(EJML, List.of("[INFO] …", error)).getMessage());
        assertTrue(message.startsWith("java:ejml==9.9.9 needs " + artifact + ", which"), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void anotherFailureIsSaidInMavensWords() {
        String message = String.valueOf(JvmCandidate.unbuilt(EJML, List.of("[ERROR] COMPILATION ERROR :"))
                .getMessage());
        assertTrue(message.contains("cannot be built: [ERROR] COMPILATION ERROR"), message);
    }

    @Test
    void aModuleIsStaleWhenASourceIsNewerThanItsJar() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("target")).resolve("it.jar");
        Path source = Files.createFile(folder.resolve("It.java"));
        Files.createFile(folder.resolve("notes.txt"));
        MavenModule module = new MavenModule(folder, folder.resolve("pom.xml"), List.of(), List.of(folder), jar);
        assertTrue(module.isStale());
        Files.createFile(jar);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        assertFalse(module.isStale());
        Files.setLastModifiedTime(
                folder.resolve("notes.txt"), FileTime.from(Instant.now().plusSeconds(120)));
        assertFalse(module.isStale());
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(120)));
        assertTrue(module.isStale());
    }

    @Test
    void everyLanguageListsItsLibraries() {
        Path home = Path.of("");
        assertTrue(Language.JAVA.libraries(home).containsAll(List.of("commons-math", "ejml", "hipparchus")));
        assertFalse(Language.JAVA.libraries(home).contains("protocol"));
        assertEquals(List.of("tfjs"), Language.NODE.libraries(home));
        assertEquals(List.of("jax", "numpy", "torch"), Language.PYTHON.libraries(home));
        assertEquals(List.of(), Language.NODE.libraries(folder));
    }

    @Test
    void aCandidatesLanguageIsReadOffItsName() {
        assertEquals(Optional.of(Language.JAVA), Language.of("java:nd4j"));
        assertEquals(Optional.of(Language.PYTHON), Language.of("python:"));
        assertEquals(Optional.empty(), Language.of("javascript:x"));
        assertEquals(Optional.empty(), Language.of("fast"));
        Optional<Path> python = Optional.of(Path.of("python"));
        Optional<Path> node = Optional.of(Path.of("node"));
        assertEquals(python, Language.PYTHON.named(python, node));
        assertEquals(node, Language.NODE.named(python, node));
        assertEquals(Optional.empty(), Language.JAVA.named(python, node));
    }
}
