package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloTest {
    private static final Map<Quantity, List<Optional<Mode>>> ALL = Map.of(
            Quantity.VALUE, List.of(Optional.empty()),
            Quantity.GRADIENT, List.of(Optional.of(Mode.REV)),
            Quantity.HESSIAN, List.of(Optional.of(Mode.FWD_OVER_REV), Optional.of(Mode.REV_OVER_REV)));

    private final List<String> notes = new ArrayList<>();

    /** Of one that has values, gradients and Hessians of three functions. */
    private static String hello(String narrowed) {
        return """
                {"type":"hello","name":"n","version":"1","precisions":["f64"],"functions":["f","g","h"],\
                "quantities":["value","gradient","hessian"],"modes":["rev","fwd-over-rev","rev-over-rev"],\
                "narrowed":%s}""".formatted(narrowed);
    }

    private Description read(String narrowed) throws Misbehaviour, JsonProcessingException {
        assertEquals(List.of(), ProtocolProperties.HELLO.validate(new ObjectMapper().readTree(hello(narrowed))));
        return Hello.description(hello(narrowed), notes::add);
    }

    @Test
    void aFunctionHasTheQuantitiesAndModesThatItIsNarrowedTo() throws Exception {
        Description it = read("""
                {"g":{"quantities":["value"]},"h":{"modes":["rev","rev-over-rev"]}}""");
        assertEquals(ALL, it.modes());
        assertEquals(ALL, it.modes("f"));
        assertEquals(Map.of(Quantity.VALUE, List.of(Optional.empty())), it.modes("g"));
        assertEquals(
                Map.of(
                        Quantity.VALUE, List.of(Optional.empty()),
                        Quantity.GRADIENT, List.of(Optional.of(Mode.REV)),
                        Quantity.HESSIAN, List.of(Optional.of(Mode.REV_OVER_REV))),
                it.modes("h"));
        assertEquals(List.of(), notes);
    }

    @Test
    void narrowingNeverWidens() throws Exception {
        Description it = read("""
                {"g":{"quantities":["hessian","hvp","jvp"],"modes":["fwd-over-fwd","fwd-over-rev"]}}""");
        assertEquals(Map.of(Quantity.HESSIAN, List.of(Optional.of(Mode.FWD_OVER_REV))), it.modes("g"));
    }

    @Test
    void aFunctionOfWhichNothingIsLeftIsNotAsked() throws Exception {
        Description it = read("""
                {"g":{"quantities":["third_derivative"]},"f":{"quantities":["gradient"],"modes":[]},"no_such":{}}""");
        assertEquals(Set.of("h"), it.functions());
        assertEquals(Map.of(), it.narrowed());
        assertEquals(List.of("'third_derivative' among its quantities is unknown and ignored"), notes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"g\"",
                "{\"g\":[\"value\"]}",
                "{\"g\":null}",
                "{\"g\":{\"quantities\":\"value\"}}",
                "{\"g\":{\"quantities\":null}}",
                "{\"g\":{\"modes\":[1]}}",
                "{\"g\":{\"modes\":[[]]}}",
                "{\"g\":{},\"g\":{\"modes\":[]}}"
            })
    void whatNarrowsNothingReadableIsMisbehaviour(String narrowed) {
        Misbehaviour misbehaviour =
                assertThrows(Misbehaviour.class, () -> Hello.description(hello(narrowed), notes::add));
        assertTrue(misbehaviour.reason().length() < 200, misbehaviour::reason);
        assertEquals(1, misbehaviour.reason().lines().count());
    }

    @Test
    void narrowingIsBounded() {
        StringBuilder many = new StringBuilder("{\"f0\":{}");
        for (int i = 1; i <= 10_000; i++) {
            many.append(",\"f").append(i).append("\":{}");
        }
        assertThrows(Misbehaviour.class, () -> Hello.description(hello(many + "}"), notes::add));
    }
}
