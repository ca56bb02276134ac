package org.equicert.bench.race;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.equicert.bench.race.Contestant.Absent;

/** The libraries of Python that take part, each in a process that lives as long as it behaves. */
final class PythonPeers implements AutoCloseable {
    private static final Map<String, String> NAMES = names();

    private final Path program;
    private final Map<String, String> interpreters;
    private final Map<String, PythonPeer> running = new LinkedHashMap<>();

    /**
     * @param program {@code bench_peer.py}
     * @param interpreters by library; one that has none is absent
     */
    PythonPeers(Path program, Map<String, String> interpreters) {
        this.program = program;
        this.interpreters = interpreters;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("torch", "PyTorch");
        names.put("jax", "JAX");
        return names;
    }

    /** The field with each library prepared for a task. */
    Field with(Field field, ObjectNode task) {
        NAMES.forEach(
                (library, name) -> field.with(name, () -> peer(library, name).prepared(task)));
        return field;
    }

    /** The field without them, for a reason. */
    Field without(Field field, String reason) {
        NAMES.forEach((library, name) -> field.with(name, () -> {
            throw new Absent(reason);
        }));
        return field;
    }

    /** The versions of those that start. */
    Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        NAMES.forEach((library, name) -> {
            try {
                versions.put(name, peer(library, name).version());
            } catch (Absent e) {
                // said with every case that it is absent from
            }
        });
        return versions;
    }

    private PythonPeer peer(String library, String name) throws Absent {
        String interpreter = interpreters.get(library);
        if (interpreter == null) {
            throw new Absent("no Python that has " + library + " was found; --python names one");
        }
        PythonPeer known = running.get(library);
        if (known == null || !known.isAlive()) {
            known = PythonPeer.start(name, interpreter, program, library);
            running.put(library, known);
        }
        return known;
    }

    @Override
    public void close() {
        running.values().forEach(PythonPeer::close);
    }
}
