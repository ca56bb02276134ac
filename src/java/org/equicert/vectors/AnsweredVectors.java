package org.equicert.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equicert.campaign.Assessment;
import org.equicert.campaign.Result;
import org.equicert.candidate.ExchangeJson;
import org.equicert.function.Corroboration;
import org.equicert.function.Functions;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Question;
import org.equicert.report.Fields;
import org.equicert.report.ReportReader;
import org.equicert.report.ReportUnreadable;

/**
 * Test vectors with the answers that some implementation gave. Both are untrusted: everything about them is checked. The
 * truth is derived anew from the questions; bounds that stand in the vectors are for those who have no Equicert.
 *
 * @param exchanges the tests that were answered
 * @param unanswered how many were not
 */
public record AnsweredVectors(List<Exchange> exchanges, int unanswered) {
    static final String ANSWERS_SCHEMA = "urn:equicert:schema:vector-answers:1";

    /** More numbers than these no vector has. */
    private static final int MOST_NUMBERS = 4096;

    /** Reads the vectors and the answers to them. */
    public static AnsweredVectors read(String answers, Map<String, Question> questions) throws ReportUnreadable {
        JsonNode root = ReportReader.parse(answers, ANSWERS_SCHEMA, "a file of answers");
        Fields fields = Fields.of(root, "it", Set.of("schema", "answers"), Set.of("candidate"));
        Map<String, Exchange> exchanges = new LinkedHashMap<>();
        List<JsonNode> given = fields.list("answers", (node, place) -> node);
        for (int i = 0; i < given.size(); i++) {
            String place = "answers[" + i + "]";
            Fields answer = Fields.of(given.get(i), place, Set.of("id", "status"), Set.of("type", "outputs", "reason"));
            String id = answer.text("id");
            Question question = questions.get(id);
            if (question == null) {
                throw new ReportUnreadable(place + " answers no test of the vectors");
            }
            if (exchanges.put(id, exchange(question, given.get(i), place)) != null) {
                throw new ReportUnreadable(place + " answers a test for the second time");
            }
        }
        return new AnsweredVectors(List.copyOf(exchanges.values()), questions.size() - exchanges.size());
    }

    /** The questions of the vectors that a text holds, by id. */
    public static Map<String, Question> questions(String vectors) throws ReportUnreadable {
        JsonNode root = ReportReader.parse(vectors, VectorsJson.SCHEMA, "a file of test vectors");
        Fields fields = Fields.of(
                root,
                "it",
                Set.of("schema", "generator", "function", "computes", "flags", "mistakes", "groups"),
                Set.of());
        String function = fields.text("function");
        if (Functions.find(function).isEmpty()) {
            throw new ReportUnreadable("the catalogue has no function of that name");
        }
        Map<String, Question> questions = new LinkedHashMap<>();
        for (List<Question> group : fields.list("groups", AnsweredVectors::group)) {
            for (Question question : group) {
                if (!question.function().equals(function)) {
                    throw new ReportUnreadable("a test is about another function");
                }
                if (questions.put(question.id(), question) != null) {
                    throw new ReportUnreadable("two tests have one id");
                }
            }
        }
        return questions;
    }

    private static List<Question> group(JsonNode node, String place) throws ReportUnreadable {
        return Fields.of(node, place, Set.of("quantity", "precision", "tests"), Set.of())
                .list("tests", AnsweredVectors::test);
    }

    private static Question test(JsonNode node, String place) throws ReportUnreadable {
        Fields fields = Fields.of(
                node,
                place,
                Set.of(
                        "id",
                        "flags",
                        "question",
                        "shape",
                        "lower",
                        "upper",
                        "accepted_lower",
                        "accepted_upper",
                        "budget",
                        "bad"),
                Set.of());
        ObjectNode nothing = JsonNodeFactory.instance
                .objectNode()
                .put("id", fields.text("id"))
                .put("status", "unsupported");
        Question question = exchange(place, node.path("question"), nothing).question();
        int numbers = question.inputs().arrays().values().stream()
                .mapToInt(x -> x.size())
                .sum();
        if (numbers > MOST_NUMBERS) {
            throw new ReportUnreadable(place + " has more numbers than any test");
        }
        if (!question.isHeldBy(question.precision())) {
            throw new ReportUnreadable(place + " asks at a number that is none of "
                    + question.precision().word());
        }
        return question;
    }

    private static Exchange exchange(Question question, JsonNode answer, String place) throws ReportUnreadable {
        return exchange(place, ExchangeJson.write(question), answer);
    }

    private static Exchange exchange(String place, JsonNode question, JsonNode answer) throws ReportUnreadable {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("station", "?"); // told from the question, once that has been read
        node.set("question", question);
        node.set("answer", answer);
        try {
            Exchange read = ExchangeJson.read(node);
            Question asked = read.question();
            String station = String.join(
                    "/",
                    asked.function(),
                    asked.precision().word(),
                    "point-" + asked.id().replace('/', '.'));
            return new Exchange(station, asked, read.answer());
        } catch (ExchangeJson.Malformed e) {
            throw new ReportUnreadable(place + ": " + e.getMessage());
        }
    }

    /** What the judges of single answers say: the truth, and logic where it can; identities, which tie answers, are not asked. */
    public List<Result> results() throws ReportUnreadable {
        Oracle oracle = new Oracle(Functions::find, f -> List.of(), Corroboration::of);
        try {
            return new Assessment(oracle)
                    .results(exchanges).stream()
                            .filter(result -> result.judge() != Judge.IDENTITY)
                            .toList();
        } catch (RuntimeException e) {
            throw new ReportUnreadable("its tests cannot be judged: " + e.getMessage());
        }
    }
}
