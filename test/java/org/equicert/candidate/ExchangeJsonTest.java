package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.equicert.candidate.ExchangeJson.Malformed;
import org.equicert.function.Array;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeJsonTest {
    private static final Exchange EXCHANGE = new Exchange(
            "var/f64/point-1", Questions.gradient("var", 1.0, 2.0), new Answer.Given(Array.vector(List.of(-0.5, 0.5))));

    @Test
    void whatIsWrittenIsReadAgain() throws Malformed {
        assertEquals(EXCHANGE, ExchangeJson.read(ExchangeJson.write(EXCHANGE)));
    }

    /** Programs that show a finding have names of the report in them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1x", "x y", "x\nimport os", "x; require('fs')", "_"})
    void whatIsNoNameIsRefused(String name) {
        ObjectNode input = ExchangeJson.write(EXCHANGE);
        ((ObjectNode) input.path("question").path("inputs").path(0)).put("name", name);
        assertThrows(Malformed.class, () -> ExchangeJson.read(input));
        ObjectNode parameter = ExchangeJson.write(EXCHANGE);
        ((ObjectNode) parameter.path("question").path("parameters")).put(name, 1);
        assertThrows(Malformed.class, () -> ExchangeJson.read(parameter));
        ObjectNode wrt = ExchangeJson.write(EXCHANGE);
        ((ObjectNode) wrt.path("question")).putArray("wrt").add(name);
        assertThrows(Malformed.class, () -> ExchangeJson.read(wrt));
    }
}
