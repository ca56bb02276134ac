package org.equicert.bench.race;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.equicert.bench.race.Contestant.Absent;

/** The libraries of a language that take part, each in a process that lives as long as it behaves. */
final class Peers implements AutoCloseable {
    /**
     * A library.
     *
     * @param command what starts it; empty where it is absent
     * @param absent why it is, where it is
     */
    private record Library(List<String> command, String absent) {}

    /** A process: what it is started with counts, so it is not used for another number of threads. */
    private record Place(String name, int threads) {}

    private final SequencedMap<String, Library> libraries;
    private final Map<Place, Peer> running = new LinkedHashMap<>();

    private Peers(SequencedMap<String, Library> libraries) {
        this.libraries = libraries;
    }

    /**
     * Those of Python.
     *
     * @param program {@code bench_peer.py}
     * @param interpreters by library; one that has none is absent
     */
    static Peers ofPython(Path program, Map<String, String> interpreters) {
        SequencedMap<String, Library> libraries = new LinkedHashMap<>();
        Map.Entry<String, String> torch = Map.entry("torch", "PyTorch");
        for (Map.Entry<String, String> it : List.of(torch, Map.entry("jax", "JAX"))) {
            String interpreter = interpreters.get(it.getKey());
            List<String> command =
                    interpreter == null ? List.of() : List.of(interpreter, program.toString(), it.getKey());
            libraries.put(
                    it.getValue(),
                    new Library(command, "no Python that has " + it.getKey() + " was found; --python names one"));
        }
        return new Peers(libraries);
    }

    /**
     * Those of the JVM, whose native code is not fetched unless it is asked for.
     *
     * @param commands by library; one that has none is absent
     */
    static Peers ofJvm(Map<String, List<String>> commands) {
        SequencedMap<String, Library> libraries = new LinkedHashMap<>();
        Map.Entry<String, String> nd4j = Map.entry("nd4j", "ND4J");
        for (Map.Entry<String, String> it : List.of(nd4j, Map.entry("djl", "DJL"))) {
            List<String> command = commands.getOrDefault(it.getKey(), List.of());
            libraries.put(
                    it.getValue(),
                    new Library(command, "it is not fetched unless --java " + it.getKey() + " asks for it"));
        }
        return new Peers(libraries);
    }

    /**
     * The field with each library prepared for a task.
     *
     * @param work how much that is
     * @param threads how many it is to use
     */
    Field with(Field field, ObjectNode task, double work, int threads) {
        libraries
                .keySet()
                .forEach(name -> field.with(name, () -> peer(name, threads).prepared(task, work)));
        return field;
    }

    /** The field without them, for a reason. */
    Field without(Field field, String reason) {
        libraries
                .keySet()
                .forEach(name -> field.with(name, () -> {
                    throw new Absent(reason);
                }));
        return field;
    }

    /** The versions of those that start. */
    Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        libraries.keySet().forEach(name -> {
            try {
                versions.put(name, peer(name, 1).version());
            } catch (Absent e) {
                // said with every case that it is absent from
            }
        });
        return versions;
    }

    private Peer peer(String name, int threads) throws Absent {
        Library library = libraries.get(name);
        if (library.command.isEmpty()) {
            throw new Absent(library.absent);
        }
        Place place = new Place(name, threads);
        Peer known = running.get(place);
        if (known == null || !known.isAlive()) {
            known = Peer.start(name, library.command, threads);
            running.put(place, known);
        }
        return known;
    }

    @Override
    public void close() {
        running.values().forEach(Peer::close);
    }
}
