package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Parameters;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;

class ProtocolProperties {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema QUESTION = schema("question");
    private static final Schema ANSWER = schema("answer");
    static final Schema HELLO = schema("hello");

    private static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("spec", "schema", name + ".schema.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<Double> doubles() {
        Arbitrary<Double> extremes = Arbitraries.of(
                -0.0, 0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE);
        Arbitrary<Double> bits =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        return Arbitraries.frequencyOf(Tuple.of(1, extremes), Tuple.of(3, bits));
    }

    @Provide
    Arbitrary<Array<Double>> arrays() {
        return Arbitraries.integers()
                .between(1, 4)
                .list()
                .ofMaxSize(4)
                .flatMap(shape ->
                        doubles().list().ofSize(Array.size(shape)).map(entries -> new Array<>(shape, entries)));
    }

    @Provide
    Arbitrary<Question> questions() {
        Arbitrary<Parameters> parameters = Combinators.combine(Arbitraries.longs(), doubles())
                .as((k, epsilon) -> Parameters.of("k", k).with("epsilon", epsilon));
        return Combinators.combine(
                        Arbitraries.of(Quantity.values()),
                        Arbitraries.of(Mode.values()).optional(),
                        Arbitraries.of(Precision.values()),
                        arrays(),
                        arrays(),
                        parameters)
                .as((quantity, mode, precision, x, c, p) -> question(quantity, mode, precision, x, Optional.of(c), p));
    }

    private static Question question(
            Quantity quantity,
            Optional<Mode> mode,
            Precision precision,
            Array<Double> x,
            Optional<Array<Double>> cotangent,
            Parameters parameters) {
        SequencedMap<String, Array<Double>> inputs = new LinkedHashMap<>();
        inputs.put("x", x);
        return new Question(
                "q17",
                "linalg.det",
                parameters,
                quantity,
                mode,
                precision,
                new Arguments<>(inputs),
                List.of("x"),
                cotangent,
                Optional.of(Array.vector(x.entries())));
    }

    @Property
    void arraysAreReadAsTheyWereWrittenBitForBit(@ForAll("arrays") Array<Double> array) throws Exception {
        JsonNode wire = JSON.readTree(ArrayJson.write(array).toString());
        assertEquals(array, ArrayJson.read(wire));
    }

    @Example
    void largeArraysTravelAsBase64() throws Exception {
        Array<Double> large = Array.build(List.of(5, 1000), o -> Double.longBitsToDouble(o * 0x3ff_1234_5678_9abL));
        JsonNode wire = JSON.readTree(ArrayJson.write(large).toString());
        assertTrue(wire.has("base64") && !wire.has("data"));
        assertEquals(large, ArrayJson.read(wire));
    }

    @Example
    void whatIsNotFiniteIsReadable() throws Exception {
        Array<Double> array = Array.vector(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        assertEquals(array, ArrayJson.read(JSON.readTree(ArrayJson.write(array).toString())));
    }

    @Property
    void everyQuestionIsOneLineThatItsSchemaAllows(@ForAll("questions") Question question) throws IOException {
        String line = Protocol.line(question);
        assertEquals(1, line.lines().count());
        assertEquals(List.of(), QUESTION.validate(JSON.readTree(line)));
    }

    @Property
    void anAnswerIsReadAsItWasWritten(@ForAll("arrays") Array<Double> value) throws Exception {
        Question question = question(
                Quantity.VALUE,
                Optional.empty(),
                Precision.F64,
                Array.scalar(1.0),
                Optional.of(value),
                Parameters.NONE);
        String line = answer(ArrayJson.write(value).toString());
        assertEquals(List.of(), ANSWER.validate(JSON.readTree(line)));
        assertEquals(new Answer.Given(value), Protocol.answer(line, question));
    }

    @Property
    void whateverIsAnsweredIsAnAnswerOrMisbehaviour(@ForAll String junk, @ForAll("questions") Question question) {
        for (String line : List.of(junk, answer(junk), answer("\"" + junk), "{\"type\":\"answer\"," + junk)) {
            try {
                Protocol.answer(line, question);
            } catch (Misbehaviour e) {
                assertTrue(e.reason().length() < 400 && e.reason().lines().count() == 1, e::reason);
            }
        }
    }

    @Property
    void aTruncatedAnswerIsMisbehaviour(@ForAll("arrays") Array<Double> value, @ForAll int cut) {
        String line = answer(ArrayJson.write(value).toString());
        String part = line.substring(0, Math.floorMod(cut, line.length()));
        assertThrows(Misbehaviour.class, () -> Protocol.answer(part, Questions.gradient("f", 1.0)));
    }

    @Example
    void ourHelloIsOneLine() throws Exception {
        assertEquals("{\"type\":\"hello\",\"protocol\":1}", Protocol.hello());
        String hello = """
                {"type":"hello","name":"torch","version":"2.13.0+cpu","precisions":["f64","f32"],\
                "functions":["matmul"],"quantities":["value"],"modes":[]}""";
        assertEquals(List.of(), HELLO.validate(JSON.readTree(hello)));
        assertEquals("2.13.0+cpu", Hello.description(hello, note -> {}).version());
    }

    private static String answer(String output) {
        return "{\"type\":\"answer\",\"id\":\"q17\",\"status\":\"ok\",\"outputs\":[" + output + "]}";
    }
}
