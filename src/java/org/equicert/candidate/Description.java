package org.equicert.candidate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;

/**
 * What a candidate says of itself.
 *
 * @param name e.g. {@code python:torch}
 * @param version its own words, e.g. {@code 2.13.0+cpu}
 * @param precisions what it computes in
 * @param functions names of the catalogue that it implements; others are ignored
 * @param modes the quantities that it answers, each with the modes that it has; values have none
 * @param narrowed the functions of which it answers less than that, each with what is left
 */
public record Description(
        String name,
        String version,
        Set<Precision> precisions,
        Set<String> functions,
        Map<Quantity, List<Optional<Mode>>> modes,
        Map<String, Map<Quantity, List<Optional<Mode>>>> narrowed) {
    /** Of one that answers the same of every function. */
    public Description(
            String name,
            String version,
            Set<Precision> precisions,
            Set<String> functions,
            Map<Quantity, List<Optional<Mode>>> modes) {
        this(name, version, precisions, functions, modes, Map.of());
    }

    /** The quantities of a function that it answers, each with the modes that it has. */
    public Map<Quantity, List<Optional<Mode>>> modes(String function) {
        return narrowed.getOrDefault(function, modes);
    }
}
