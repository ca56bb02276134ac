package org.equicert.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.equicert.bench.Case;
import org.equicert.bench.Measurement;
import org.equicert.bench.race.Contestant.Absent;
import org.equicert.bench.race.Contestant.Checksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What peers are told and what they answer; a shell script is one. */
class PeersTest {
    /** It tells how many threads it has as its checksum, and takes a quarter of a second for a call. */
    private static final String PEER = """
            echo '{"version":"7"}'
            while read -r line; do
              echo "$line" >> "$0.log"
              case $line in
                *gpu*) echo '{"absent":"no GPU"}' ;;
                *task*) echo "{\\"checksum\\":$OMP_NUM_THREADS,\\"magnitude\\":8}" ;;
                *'{"calls":3}'*) echo '{"seconds":0.75}' ;;
                *'{"calls":4}'*) exit 1 ;;
                *) echo '{"seconds":0}' ;;
              esac
            done
            """;

    private static final ObjectNode TASK =
            JsonNodeFactory.instance.objectNode().put("task", "product").put("n", 2);

    @TempDir
    Path folder;

    private Peers peers() throws IOException {
        Path script = Files.writeString(folder.resolve("peer"), PEER);
        return Peers.ofJvm(Map.of("nd4j", List.of("/bin/sh", script.toString())));
    }

    @Test
    void aPeerIsToldItsTaskAndItsThreadsAndTimesItself() throws IOException, Absent {
        try (Peers peers = peers()) {
            Field field = peers.with(new Field(), TASK, 16, 2);
            assertEquals(Map.of("DJL", "it is not fetched unless --java djl asks for it"), field.absent());
            Contestant peer = field.contestants().getFirst();
            assertEquals("ND4J", peer.name());
            assertEquals(16, peer.work());
            assertEquals(new Checksum(2, 8), peer.result());
            assertEquals(0.75, peer.seconds(3));
            assertEquals(Map.of("ND4J", "7"), peers.versions());
            assertEquals(
                    List.of("{\"task\":\"product\",\"n\":2}", "{\"calls\":3}"),
                    Files.readAllLines(folder.resolve("peer.log")));
        }
    }

    @Test
    void aPeerWhoseResultIsNotOursIsNotTimed() throws IOException {
        try (Peers peers = peers()) {
            Field field =
                    new Field().with("core", () -> new InProcess<>("core", 16, () -> "", it -> new Checksum(1, 8)));
            peers.with(field, TASK, 16, 2);
            List<Measurement> told = new ArrayList<>();
            Case at = Case.named("product/f64-2-threads/16").orElseThrow();
            Alternation.QUICK.run(at, field, 0, told::add);
            assertTrue(
                    told.contains(Measurement.notRun(at, "ND4J", "its result is not ours: they are apart by 0.125")));
            assertEquals(1, Files.readAllLines(folder.resolve("peer.log")).size());
        }
    }

    @Test
    void aPeerThatEndsIsAbsentAndIsStartedAnewForTheNextTask() throws IOException, Absent {
        try (Peers peers = peers()) {
            Contestant peer = peers.with(new Field(), TASK, 16, 1).contestants().getFirst();
            assertAbsent("its clock stands still", peer, 5);
            assertAbsent("its process has ended", peer, 4);
            assertAbsent("its process has ended", peer, 3);
            Contestant anew = peers.with(new Field(), TASK, 16, 1).contestants().getFirst();
            assertEquals(0.75, anew.seconds(3));
        }
    }

    @Test
    void aPeerThatCannotDoATaskSaysWhyAndDoesTheNext() throws IOException {
        try (Peers peers = peers()) {
            Field none = peers.with(new Field(), TASK.deepCopy().put("device", "gpu"), 16, 1);
            assertEquals("no GPU", none.absent().get("ND4J"));
            assertEquals(1, peers.with(new Field(), TASK, 16, 1).contestants().size());
            assertEquals(2, Files.readAllLines(folder.resolve("peer.log")).size());
        }
    }

    private static void assertAbsent(String reason, Contestant peer, int calls) {
        try {
            throw new AssertionError("it took " + peer.seconds(calls));
        } catch (Absent e) {
            assertTrue(e.reason().startsWith(reason), e.reason());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', no Python that has torch was found",
        "/no/such/python, cannot be started",
        "/bin/true, its process has ended",
        "/bin/cat, said what is no answer"
    })
    void aPeerThatCannotBeUsedIsAbsentForAReason(String interpreter, String reason) {
        Map<String, String> interpreters = interpreter.isEmpty() ? Map.of() : Map.of("torch", interpreter);
        try (Peers peers = Peers.ofPython(Path.of("pom.xml"), interpreters)) {
            Field field = peers.with(new Field(), TASK, 1, 1);
            assertTrue(
                    field.absent().getOrDefault("PyTorch", "").contains(reason),
                    field.absent().toString());
            assertTrue(field.contestants().isEmpty());
        }
    }
}
