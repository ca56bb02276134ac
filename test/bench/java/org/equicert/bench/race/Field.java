package org.equicert.bench.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equicert.bench.race.Contestant.Absent;

/** Who takes part in a case, and who does not and why. */
final class Field {
    /** Makes a contestant, unless it is absent. */
    @FunctionalInterface
    interface Entry {
        Contestant enter() throws Absent;
    }

    private final List<Contestant> contestants = new ArrayList<>();
    private final Map<String, String> absent = new LinkedHashMap<>();

    Field with(String name, Entry entry) {
        try {
            contestants.add(entry.enter());
        } catch (Absent e) {
            absent.put(name, e.reason());
        }
        return this;
    }

    List<Contestant> contestants() {
        return contestants;
    }

    /** Reasons by name. */
    Map<String, String> absent() {
        return absent;
    }
}
