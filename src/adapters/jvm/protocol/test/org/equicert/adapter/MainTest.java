package org.equicert.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Doubles what it is given; knows no other function. */
    private static final class Doubling implements Library {
        @Override
        public Description describe() {
            return new Description(
                    "doubling",
                    "1",
                    List.of("f64"),
                    List.of("double"),
                    List.of("value", "gradient"),
                    List.of("rev"),
                    Narrowed.to(List.of("value"), List.of("double")));
        }

        @Override
        public Tensor answer(Question question) {
            if (!question.function().equals("double")) {
                throw new UnsupportedOperationException("no function " + question.function() + "\nnor will there be");
            }
            Tensor x = question.input("x");
            return new Tensor(
                    x.shape(), Arrays.stream(x.entries()).map(t -> 2 * t).toArray());
        }
    }

    private static JsonNode reply(String line) throws IOException {
        return JSON.readTree(new Main(new Doubling()).reply(line));
    }

    private static String question(String function, String array) {
        return """
            {"type":"question","id":"q7","function":"%s","parameters":{"n":2,"r":"0x1.8p0"},"quantity":"value",
             "mode":null,"precision":"f64","inputs":[{"name":"x",%s}],"wrt":["x"]}
            """.formatted(function, array).replace("\n", " ");
    }

    @Test
    void helloSaysWhatTheLibraryHas() throws IOException {
        JsonNode hello = reply("{\"type\":\"hello\",\"protocol\":1}");
        assertEquals("hello", hello.path("type").asText());
        assertEquals("doubling", hello.path("name").asText());
        assertEquals("[\"double\"]", hello.path("functions").toString());
        assertEquals("[\"rev\"]", hello.path("modes").toString());
        assertEquals(
                "{\"double\":{\"quantities\":[\"value\"]}}",
                hello.path("narrowed").toString());
    }

    @Test
    void numbersTravelExactly() throws IOException {
        String data =
                "\"shape\":[2,2],\"data\":[\"0x1.999999999999ap-4\",\"-0x0.0p0\",\"0x0.0000000000001p-1022\",\"-0x1.8p3\"]";
        JsonNode answer = reply(question("double", data));
        assertEquals("q7", answer.path("id").asText());
        assertEquals("ok", answer.path("status").asText());
        assertEquals(
                "{\"shape\":[2,2],\"data\":[\"0x1.999999999999ap-3\",\"-0x0.0p0\",\"0x0.0000000000002p-1022\",\"-0x1.8p4\"]}",
                answer.path("outputs").path(0).toString());
    }

    @Test
    void base64IsLittleEndianDoubles() throws IOException {
        JsonNode answer = reply(question("double", "\"shape\":[1],\"base64\":\"AAAAAAAA8D8=\""));
        assertEquals(
                "[\"0x1.0p1\"]", answer.path("outputs").path(0).path("data").toString());
    }

    @Test
    void whatIsUnsupportedIsSaidInTheLibrarysFirstLine() throws IOException {
        JsonNode answer = reply(question("triple", "\"shape\":[],\"data\":[\"0x1.0p0\"]"));
        assertEquals("unsupported", answer.path("status").asText());
        assertEquals("no function triple", answer.path("reason").asText());
    }

    @Test
    void aQuestionThatIsNoneIsAnErrorAndNoCrash() throws IOException {
        JsonNode missing = reply(question("double", "\"shape\":[3],\"data\":[\"0x1.0p0\"]"));
        assertEquals("error", missing.path("status").asText());
        assertTrue(missing.path("reason").asText().contains("1 entries for the shape [3]"));
        assertEquals(
                "error",
                reply(question("double", "\"shape\":[1],\"data\":[\"one\"]"))
                        .path("status")
                        .asText());
        assertThrows(IOException.class, () -> reply("{"));
    }
}
