package org.equicert.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;

/** What a candidate's answer to hello says of it. */
final class Hello {
    private static final int WORD_LIMIT = 100;
    private static final int LIST_LIMIT = 10_000;

    private Hello() {}

    /**
     * The description in a line.
     *
     * @param notes hears of words that are not the protocol's; they are ignored
     */
    static Description description(String line, Consumer<String> notes) throws Misbehaviour {
        JsonNode hello = Protocol.message(line, "hello");
        JsonNode version = hello.path("protocol");
        if (!version.isMissingNode() && version.asInt() != Protocol.VERSION) {
            throw new Misbehaviour(
                    "protocol " + Words.brief(version.toString(), 20) + " where " + Protocol.VERSION + " is spoken");
        }
        Set<Precision> precisions = known(hello, "precisions", Precision.values(), Precision::word, notes);
        Set<Quantity> quantities = quantities(hello, notes);
        Set<Mode> modes = hello.has("modes") ? modes(hello, notes) : Set.of();
        if (precisions.isEmpty() || quantities.isEmpty()) {
            throw new Misbehaviour("a hello without a known precision or a known quantity");
        }
        Set<String> functions = words(hello, "functions");
        Map<String, Map<Quantity, List<Optional<Mode>>>> narrowed = narrowed(hello, quantities, modes, notes);
        functions.removeIf(f -> narrowed.containsKey(f) && narrowed.get(f).isEmpty());
        narrowed.keySet().retainAll(functions);
        return new Description(
                Words.brief(Protocol.text(hello, "name", "a hello"), WORD_LIMIT),
                Words.brief(Protocol.text(hello, "version", "a hello"), WORD_LIMIT),
                precisions,
                functions,
                modes(quantities, modes),
                narrowed);
    }

    /** What is left of the functions that have less than all: of what is said of one, only what holds of all is taken. */
    private static Map<String, Map<Quantity, List<Optional<Mode>>>> narrowed(
            JsonNode hello, Set<Quantity> quantities, Set<Mode> modes, Consumer<String> notes) throws Misbehaviour {
        Map<String, Map<Quantity, List<Optional<Mode>>>> narrowed = new LinkedHashMap<>();
        if (!hello.has("narrowed")) {
            return narrowed;
        }
        JsonNode functions = hello.path("narrowed");
        if (!functions.isObject() || functions.size() > LIST_LIMIT) {
            throw new Misbehaviour("a hello whose narrowed is no object of functions");
        }
        for (var function : functions.properties()) {
            JsonNode less = function.getValue();
            if (!less.isObject()) {
                throw new Misbehaviour("narrowed of a hello holds objects, not " + Words.brief(less.toString(), 40));
            }
            Set<Quantity> ofQuantities = EnumSet.copyOf(quantities);
            if (less.has("quantities")) {
                ofQuantities.retainAll(quantities(less, notes));
            }
            Set<Mode> ofModes = new LinkedHashSet<>(modes);
            if (less.has("modes")) {
                ofModes.retainAll(modes(less, notes));
            }
            narrowed.put(Words.brief(function.getKey(), WORD_LIMIT), modes(ofQuantities, ofModes));
        }
        return narrowed;
    }

    private static Set<Quantity> quantities(JsonNode said, Consumer<String> notes) throws Misbehaviour {
        return known(said, "quantities", Quantity.values(), Quantity::word, notes);
    }

    private static Set<Mode> modes(JsonNode said, Consumer<String> notes) throws Misbehaviour {
        return known(said, "modes", Mode.values(), Mode::word, notes);
    }

    /** The quantities that have a mode to be asked in, each with those of the declared modes that it can have. */
    private static Map<Quantity, List<Optional<Mode>>> modes(Set<Quantity> quantities, Set<Mode> declared) {
        Map<Quantity, List<Optional<Mode>>> modes = new EnumMap<>(Quantity.class);
        for (Quantity quantity : quantities) {
            List<Optional<Mode>> possible = possible(quantity).stream()
                    .filter(mode -> mode.isEmpty() || declared.contains(mode.get()))
                    .toList();
            if (!possible.isEmpty()) {
                modes.put(quantity, possible);
            }
        }
        return modes;
    }

    private static List<Optional<Mode>> possible(Quantity quantity) {
        Predicate<Mode> fits = switch (quantity) {
            case VALUE -> mode -> false;
            case GRADIENT -> mode -> mode == Mode.FWD || mode == Mode.REV;
            case JVP -> mode -> mode == Mode.FWD;
            case VJP -> mode -> mode == Mode.REV;
            case HVP, HESSIAN -> mode -> mode != Mode.FWD && mode != Mode.REV;
        };
        return quantity == Quantity.VALUE
                ? List.of(Optional.empty())
                : Arrays.stream(Mode.values()).filter(fits).map(Optional::of).toList();
    }

    private static <T extends Enum<T>> Set<T> known(
            JsonNode hello, String field, T[] values, Function<T, String> word, Consumer<String> notes)
            throws Misbehaviour {
        EnumSet<T> known = EnumSet.noneOf(values[0].getDeclaringClass());
        for (String said : words(hello, field)) {
            Optional<T> value = Arrays.stream(values)
                    .filter(v -> word.apply(v).equals(said))
                    .findFirst();
            value.ifPresentOrElse(
                    known::add, () -> notes.accept("'" + said + "' among its " + field + " is unknown and ignored"));
        }
        return known;
    }

    private static Set<String> words(JsonNode hello, String field) throws Misbehaviour {
        JsonNode list = hello.path(field);
        if (!list.isArray() || list.size() > LIST_LIMIT) {
            throw new Misbehaviour("a hello without its list of " + field);
        }
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode word : list) {
            if (!word.isTextual()) {
                throw new Misbehaviour(field + " of a hello are words, not " + Words.brief(word.toString(), 40));
            }
            words.add(Words.brief(word.textValue(), WORD_LIMIT));
        }
        return words;
    }
}
