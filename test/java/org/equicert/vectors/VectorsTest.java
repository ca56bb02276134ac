package org.equicert.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.campaign.Result;
import org.equicert.candidate.ExchangeJson;
import org.equicert.function.Array;
import org.equicert.function.Functions;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Verdict;
import org.equicert.report.ReportUnreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed vectors, which stand for those that the command makes. */
class VectorsTest {
    private static final Path COMMITTED = Path.of("spec", "vectors");
    private static final int COUNT = 3;
    private static final long SEED = 1;
    private static final Map<String, VectorSet> SETS = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static List<String> functions() throws IOException {
        try (Stream<Path> files = Files.list(COMMITTED)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    private static VectorSet set(String function) {
        return SETS.computeIfAbsent(
                function, name -> VectorSet.of(Functions.find(name).orElseThrow(), COUNT, SEED));
    }

    private static String committed(String function) throws IOException {
        return Files.readString(COMMITTED.resolve(function + ".json"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theCommittedVectorsAreWhatTheCommandWrites(String function) throws IOException {
        assertEquals(VectorsJson.write(set(function)), committed(function));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theyFollowTheirSchema(String function) throws IOException {
        assertEquals(List.of(), schema("vectors").validate(committed(function), InputFormat.JSON));
    }

    @Test
    void theyAreMany() throws IOException {
        assertTrue(functions().size() >= 4);
        for (String function : functions()) {
            assertTrue(set(function).vectors().size() >= 5 * COUNT, function);
            assertTrue(set(function).vectors().stream().anyMatch(v -> !v.bad().isEmpty()), function);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whatIsTrueIsAcceptedAndKnownBadAnswersAreNot(String function) {
        for (TestVector vector : set(function).vectors()) {
            for (int i = 0; i < vector.truth().lower().size(); i++) {
                assertTrue(vector.accepted().lower().get(i)
                        <= vector.truth().lower().get(i));
                assertTrue(
                        vector.truth().lower().get(i) <= vector.truth().upper().get(i));
                assertTrue(vector.truth().upper().get(i)
                        <= vector.accepted().upper().get(i));
            }
            for (Array<Double> bad : vector.bad().values()) {
                assertFalse(isAccepted(vector, bad), () -> vector.question().id());
            }
        }
    }

    private static boolean isAccepted(TestVector vector, Array<Double> answer) {
        boolean accepted = true;
        for (int i = 0; i < answer.size(); i++) {
            accepted &= vector.accepted().lower().get(i) <= answer.get(i)
                    && answer.get(i) <= vector.accepted().upper().get(i);
        }
        return accepted;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void rightAnswersAreJudgedRight(String function) throws IOException, ReportUnreadable {
        AnsweredVectors answered = judged(function, vector -> vector.truth().upper());
        assertEquals(0, answered.unanswered());
        List<Result> byTruth = byTruth(answered);
        assertFalse(byTruth.isEmpty());
        byTruth.forEach(result -> assertEquals(Verdict.CONSISTENT, result.verdict(), result::toString));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void knownBadAnswersAreJudgedWrong(String function) throws IOException, ReportUnreadable {
        List<TestVector> known = set(function).vectors().stream()
                .filter(vector -> !vector.bad().isEmpty())
                .toList();
        for (TestVector vector : known) {
            AnsweredVectors answered = AnsweredVectors.read(
                    answers(List.of(vector), v -> v.bad().values().iterator().next()),
                    AnsweredVectors.questions(committed(function)));
            assertEquals(set(function).vectors().size() - 1, answered.unanswered());
            assertEquals(
                    List.of(Verdict.REFUTED),
                    byTruth(answered).stream().map(Result::verdict).toList());
        }
    }

    private static List<Result> byTruth(AnsweredVectors answered) throws ReportUnreadable {
        return answered.results().stream().filter(r -> r.judge() == Judge.TRUTH).toList();
    }

    private static AnsweredVectors judged(String function, Function<TestVector, Array<Double>> answer)
            throws IOException, ReportUnreadable {
        String answers = answers(set(function).vectors(), answer);
        assertEquals(List.of(), schema("vector-answers").validate(answers, InputFormat.JSON));
        return AnsweredVectors.read(answers, AnsweredVectors.questions(committed(function)));
    }

    private static String answers(List<TestVector> vectors, Function<TestVector, Array<Double>> answer) {
        return vectors.stream()
                .map(v -> new Exchange("", v.question(), new Answer.Given(answer.apply(v))))
                .map(exchange -> ExchangeJson.write(exchange).get("answer").toString())
                .collect(Collectors.joining(
                        ",\n",
                        "{\"schema\": \"" + AnsweredVectors.ANSWERS_SCHEMA
                                + "\", \"candidate\": \"test\", \"answers\": [",
                        "]}"));
    }

    /** What strangers send is refused in one line that says what is wrong. $S is the schema, $A "answers", $I an id. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                             | not JSON",
                "[]                                                            | not a file of answers",
                "{'schema': 'urn:equicert:schema:vector-answers:2'}            | another version",
                "{$S}                                                          | has no answers",
                "{$S, $A: 1}                                                   | no list",
                "{$S, $A: [1]}                                                 | no object",
                "{$S, $A: [{'status': 'ok'}]}                                  | has no id",
                "{$S, $A: [{'id': '?', 'status': 'ok'}]}                       | answers no test",
                "{$S, $A: [{$I, 'status': 'ok'}]}                              | not a list of one array",
                "{$S, $A: [{$I, 'status': 'fine'}]}                            | not ok, unsupported or error",
                "{$S, $A: [{$I, 'status': 'error'}, {$I, 'status': 'error'}]}  | second time",
                "{$S, $A: [{$I, 'status': 'ok', 'outputs': [{'shape': [2], 'data': [1]}]}]}   | not a list of the 2 numbers",
                "{$S, $A: [{$I, 'status': 'ok', 'outputs': [{'shape': [], 'data': ['1']}]}]}  | not a number",
            })
    void answersThatAreNoneAreRefused(String answers, String reason) throws IOException, ReportUnreadable {
        var questions = AnsweredVectors.questions(committed("var"));
        String text = answers.replace("$S", "'schema': '" + AnsweredVectors.ANSWERS_SCHEMA + "'")
                .replace("$A", "'answers'")
                .replace("$I", "'id': '" + questions.keySet().iterator().next() + "'")
                .replace('\'', '"');
        assertRefused(reason, () -> AnsweredVectors.read(text, questions));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"function\": \"var\"       | \"function\": \"vra\"       | no function of that name",
                "\"function\": \"var\"       | \"function\": \"sum\"       | about another function",
                "\"shape\":[1]               | \"shape\":[1000000000]      | not a list of the",
                "0x1.d0ap-1                  | nothing                     | not a number",
                "0x1.d0ap-1 | nan | none of f64",
                "0x1.d0ap-1 | inf | none of f64",
                "\"quantity\":\"value\"      | \"quantity\":\"values\"     | no quantity",
                "\"lower\":                  | \"lowest\":                 | has no lower",
                "point-2/value               | point-1/value               | one id",
            })
    void vectorsThatAreNoneAreRefused(String old, String other, String reason) throws IOException {
        String text = committed("var").replace(old.strip(), other.strip());
        assertRefused(reason, () -> AnsweredVectors.questions(text));
    }

    /** Inputs that no test has: the answer to it cannot be judged, and nothing breaks. */
    @ParameterizedTest
    @CsvSource({"\"x\",\"y\"", "\"correction\":0,\"connection\":0"})
    void questionsThatCannotBeAskedAreRefused(String old, String other) throws IOException, ReportUnreadable {
        String text = committed("var").replace(old, other);
        String answers = answers(set("var").vectors(), vector -> vector.truth().upper());
        AnsweredVectors answered = AnsweredVectors.read(answers, AnsweredVectors.questions(text));
        assertRefused("cannot be judged", answered::results);
    }

    private static void assertRefused(String reason, Executable reading) {
        String message =
                String.valueOf(assertThrows(ReportUnreadable.class, reading).getMessage());
        assertTrue(message.contains(reason) && message.lines().count() == 1, message);
    }

    /** The consumer in Python, which knows nothing of Equicert, finds its own answers right; so does the truth. */
    @Test
    void aStrangersProgramAnswersThem() throws Exception {
        String python = System.getenv().getOrDefault("EQUICERT_TEST_PYTHON", "python3");
        Path vectors = Files.copy(COMMITTED.resolve("var.json"), folder.resolve("var.json"));
        Process process = new ProcessBuilder(
                        python,
                        Path.of("src", "adapters", "python", "answer_vectors.py")
                                .toString(),
                        vectors.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        AnsweredVectors answered = AnsweredVectors.read(
                Files.readString(folder.resolve("var.answers.json")), AnsweredVectors.questions(committed("var")));
        assertEquals(0, answered.unanswered());
        byTruth(answered).forEach(result -> assertEquals(Verdict.CONSISTENT, result.verdict(), result::toString));
    }

    private static Schema schema(String name) throws IOException {
        Map<String, String> schemas = new HashMap<>();
        for (String known : List.of("question", "vectors", "vector-answers")) {
            schemas.put(
                    "urn:equicert:schema:" + known + ":1",
                    Files.readString(Path.of("spec", "schema", known + ".schema.json")));
        }
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
                .getSchema(SchemaLocation.of("urn:equicert:schema:" + name + ":1"));
    }
}
