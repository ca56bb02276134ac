package org.equicert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.equicert.bench.Benchmark;
import org.equicert.bench.Case;
import org.equicert.bench.MadeUp;
import org.equicert.bench.Measurement;
import org.equicert.bench.Results;
import org.equicert.bench.ResultsJson;
import org.equicert.bench.Tables;
import org.equicert.report.ReportTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private int run(String... args) {
        return run(Map.of(), args);
    }

    private int run(Map<String, String> environment, String... args) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                environment,
                Path.of("").toAbsolutePath());
        return Main.run(terminal, args);
    }

    private int certify(String... args) {
        List<String> all = new ArrayList<>(List.of("certify"));
        all.addAll(List.of(args));
        all.addAll(List.of("--points", "1", "--precision", "f64", "--out", report().toString()));
        return run(all.toArray(String[]::new));
    }

    private Path report() {
        return folder.resolve("report");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | Which command? There are certify, report, recheck, vectors, prove, explain, bench, functions, devices.",
                "certfy                              | did you mean certify?",
                "certify python:troch                | did you mean python:torch?",
                "certify java:hiparchus              | did you mean java:hipparchus?",
                "certify node:tfsj                   | did you mean node:tfjs?",
                "certify fats                        | did you mean fast?",
                "certify fast --functoin x           | did you mean --function?",
                "certify --function linalg.dte       | did you mean linalg.det?",
                "certify --precision f65             | there is no precision f65: did you mean f64?",
                "certify --points none               | 'none' is not an int",
                "certify --points 0                  | --points has to be at least 1.",
                "certify --timeout 0                 | --timeout has to be at least 1.",
                "certify fast slow                   | there is no place for slow",
                "certify exec:                       | The command is empty",
                "certify exec:/no/such/program       | cannot be started",
                "certify --search -1                 | --search has to be at least 0.",
                "report                              | REPORT",
                "report /no/such/folder              | there is no such report",
                "report pom.xml                      | it is not JSON",
                "report pom.xml --timeout 0          | --timeout has to be at least 1.",
                "report . --issue x --reproduce      | mutually exclusive",
                "recheck                             | REPORT",
                "recheck /no/such/folder             | there is no such report",
                "recheck pom.xml                     | it is not JSON",
                "vectors                             | Which command? There are export, judge.",
                "vectors export                      | --out",
                "vectors export --out x --count 0    | --count has to be at least 1.",
                "vectors export --out x --function v | there is no function v",
                "vectors export --out pom.xml        | cannot be written to pom.xml",
                "vectors judge                       | DIR",
                "vectors judge /no/such/folder       | there is no folder /no/such/folder.",
                "bench --only (                      | --only ( is no regular expression",
                "bench --only nothing                | no case is named nothing. There are product,",
                "bench --python /no/such/python      | --python /no/such/python is no program",
                "bench --java ejml                   | --java ejml is no peer: there are nd4j and djl.",
                "bench --document --quick            | leave one of the two out",
                "bench --from /no/such/folder        | there is no such report",
                "bench --from pom.xml                | it is not JSON",
                "vectors judge spec/vectors          | there are no answers in spec/vectors",
            })
    void whatCannotBeDoneIsSaidInOneLine(String arguments, String expected) {
        int code = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertEquals(2, code);
        assertTrue(err().contains(expected), err());
        assertTrue(err().startsWith("equicert: ") && err().lines().count() <= 2, err());
        assertFalse(err().contains("\tat "), err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "certify --help",
                "report --help",
                "recheck --help",
                "vectors --help",
                "vectors export --help",
                "vectors judge --help",
                "prove --help",
                "explain --help",
                "bench --help",
                "functions --help",
                "devices --help"
            })
    void everyCommandHelpsWithAnExample(String arguments) {
        assertEquals(0, run(arguments.split(" ")));
        assertTrue(out().contains("Example"), out());
        assertTrue(out().lines().allMatch(line -> line.length() <= ReportTable.WIDTH), out());
    }

    @Test
    void theBuiltInCoreIsCertifiedAndItsReportJudgedAgain() throws IOException {
        assertEquals(0, certify("--strict", "--function", "linear"), err());
        assertTrue(out().contains("linear") && out().contains("consistent"), out());
        assertTrue(Files.size(report().resolve("report.svg")) > 0);
        assertEquals(0, run("recheck", report().toString()), out());
        assertEquals(0, run("recheck", report().resolve("report.json").toString()), out());
        Path json = report().resolve("report.json");
        Files.writeString(
                json, Files.readString(json).replaceFirst("\"verdict\":\"consistent\"", "\"verdict\":\"exact\""));
        assertEquals(1, run("recheck", report().toString()), out());
        assertTrue(out().contains("the report says exact"), out());
    }

    @Test
    void aWrongCandidateIsRefutedWithAWitness() {
        assertEquals(1, certify(ScriptedCandidate.exec("42")), err());
        assertTrue(out().contains("refuted: value of var, in f64") && out().contains("42"), out());
        assertEquals(0, run("recheck", report().toString()), out());
    }

    @Test
    void whatIsWrongIsListedOnceAndWrittenUp() throws IOException {
        assertEquals(1, certify(ScriptedCandidate.exec("42")), err());
        assertTrue(out().contains("refuted rows: 1, findings: 1; `equicert report "), out());
        assertEquals(0, run("report", report().toString()), err());
        assertTrue(out().contains("var/value") && out().contains("refuted rows: 1, findings: 1"), out());
        Path issue = folder.resolve("issue.md");
        assertEquals(0, run("report", report().toString(), "--issue", "var/value", "--out", issue.toString()), err());
        String text = Files.readString(issue);
        assertTrue(text.startsWith("# var: wrong value\n"), text);
        assertTrue(text.contains("42.0 comes out where"), text);
        assertTrue(text.contains("Reproductions are written for libraries, not for scripted"), text);
        assertEquals(2, run("report", report().toString(), "--issue", "var/valeu"));
        assertTrue(err().contains("did you mean var/value? There are var/value."), err());
        assertEquals(2, run("report", report().toString(), "--reproduce"));
    }

    @Test
    void findingsAreListedAsJsonInATableAndInAPicture() throws IOException {
        assertEquals(1, certify(ScriptedCandidate.exec("42")), err());
        Path file = folder.resolve("out");
        assertEquals(0, run("report", report().toString(), "--json", "--out", file.toString()), err());
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertEquals("scripted", json.path("candidate").asText());
        assertEquals(1, json.path("findings").size());
        assertEquals("var/value", json.path("findings").path(0).path("id").asText());
        assertEquals(
                "42.0",
                json.path("findings").path(0).path("witness").path("actual").asText());
        assertEquals(0, run("report", report().toString(), report().toString(), "--table", "--out", file.toString()));
        assertEquals(4, Files.readString(file).lines().count());
        assertEquals(0, run("report", report().toString(), "--picture", "--out", file.toString()));
        assertTrue(Files.readString(file).contains(">var<"));
        assertEquals(2, run("report", report().toString(), report().toString()));
        assertTrue(err().contains("several reports are for --table alone"), err());
        assertEquals(
                2, run("report", report().toString(), folder.resolve("none").toString(), "--table"));
    }

    @Test
    void aReportIsComparedWithAnother() {
        assertEquals(1, certify(ScriptedCandidate.exec("42")), err());
        Path wrong = folder.resolve("wrong");
        assertTrue(report().toFile().renameTo(wrong.toFile()));
        assertEquals(3, certify(ScriptedCandidate.exec("dies")), err());
        String died = report().toString();
        assertEquals(0, run("report", died, "--changed-since", died), err());
        assertTrue(out().contains("unchanged: "), out());
        assertEquals(3, run("report", died, "--changed-since", wrong.toString()), out());
        assertTrue(out().contains("newly failed: 1\n    var value – f64 truth: refuted before, failed now"), out());
        assertEquals(1, run("report", wrong.toString(), "--changed-since", died), out());
        assertTrue(out().contains("newly refuted: 1\n    var value – f64 truth: failed before, refuted now"), out());
    }

    @Test
    void aCandidateThatAbortsAtOneQuestionIsAskedTheOthersStill() {
        assertEquals(3, certify(ScriptedCandidate.exec("aborts-at-gradients")), err());
        assertTrue(out().lines().anyMatch(line -> line.contains("value") && line.contains("consistent")), out());
        assertTrue(out().lines().anyMatch(line -> line.contains("gradient") && line.contains("failed")), out());
        assertEquals(0, run("recheck", report().toString()), out());
    }

    @Test
    void aCandidateThatDiesHasFailed() {
        assertEquals(3, certify(ScriptedCandidate.exec("dies")), err());
        assertTrue(out().contains("failed"), out());
    }

    @Test
    void nothingIsJudgedWhereTheCandidateDeclines() {
        assertEquals(2, certify(ScriptedCandidate.exec("declines")), err());
    }

    @Test
    void nothingIsJudgedWhereTheCandidateLacksTheFunction() {
        assertEquals(2, certify("--function", "linalg.det"), err());
        assertTrue(err().contains("fast has no linalg.det"), err());
    }

    @Test
    void theReportIsPrintedAsJson() throws IOException {
        assertEquals(0, certify("--json", "--function", "linear", "--seed", "7"), err());
        JsonNode printed = new ObjectMapper().readTree(out());
        assertEquals(7, printed.get("seed").asInt());
        assertEquals(Files.readString(report().resolve("report.json")), out());
    }

    @Test
    void aFolderIsNotLeftBehindForNothing() {
        assertEquals(2, run("certify", "exec:/no/such/program", "--out", report().toString()));
        assertFalse(Files.exists(report()));
    }

    @Test
    void vectorsAreExportedAndAnswersToThemJudged() throws IOException {
        String out = folder.toString();
        assertEquals(0, run("vectors", "export", "--out", out, "--function", "var", "--count", "1"), err());
        Path answers = folder.resolve("var.answers.json");
        String answer = """
                {"schema": "urn:equicert:schema:vector-answers:1", "answers": [
                {"id": "var/f64/point-1/value", "status": "ok", "outputs": [{"shape": [], "data": [%s]}]}]}
                """;
        Files.writeString(answers, answer.formatted("0"));
        assertEquals(0, run("vectors", "judge", out), err());
        assertTrue(out().contains("1 answers judged; 9 tests have no answer."), out());
        assertEquals(3, run("vectors", "judge", out, "--strict"), err());
        Files.writeString(answers, answer.formatted("1"));
        assertEquals(1, run("vectors", "judge", out), err());
        assertTrue(out().contains("refuted: value of var"), out());
        Files.writeString(answers, answer.formatted("\"nan\""));
        assertEquals(3, run("vectors", "judge", out), err());
        Files.delete(folder.resolve("var.json"));
        assertEquals(2, run("vectors", "judge", out), err());
    }

    @Test
    void resultsOfBenchmarksAreShownAgain() throws IOException {
        Results dots = MadeUp.all(1).only(Benchmark.DOT.cases().toList());
        Files.writeString(folder.resolve("results.json"), ResultsJson.write(MadeUp.all(1)));
        assertEquals(0, run("bench", "--from", folder.toString(), "--only", "^dot/"), err());
        Tables.of(dots, Benchmark.DOT).forEach(table -> assertTrue(out().contains(String.join("\n", table.lines()))));
        assertFalse(out().contains("Products of n × n matrices"), out());
        assertTrue(out().contains("Aims") && out().contains("2 cores, 512-bit vectors"), out());
        out.reset();
        assertEquals(0, run("bench", "--from", folder.toString(), "--only", "^dot/", "--json"), err());
        assertEquals(ResultsJson.write(dots), out());
    }

    @Test
    void theFiguresOfAQuickRunAreNoDocument() throws IOException {
        Results quick = new Results(MadeUp.all(1).machine(), true, MadeUp.all(1).measurements());
        Files.writeString(folder.resolve("results.json"), ResultsJson.write(quick));
        assertEquals(2, run("bench", "--from", folder.toString(), "--document"), err());
        assertTrue(err().contains("do not belong into a document"), err());
    }

    @Test
    void resultsWithoutAMeasurementAreUnusable() throws IOException {
        Case at = Case.named("dot/1024").orElseThrow();
        List<Measurement> none = List.of(Measurement.notRun(at, "exact", "it is not there"));
        Files.writeString(
                folder.resolve("results.json"),
                ResultsJson.write(new Results(MadeUp.all(1).machine(), false, none)));
        assertEquals(2, run("bench", "--from", folder.toString()), err());
        assertTrue(out().contains("exact, not run: it is not there"), out());
    }

    @Test
    void everyCaseOfABenchmarkIsListed() {
        assertEquals(0, run("bench", "--list", "--only", "^dot"));
        assertEquals(List.of("dot/1024", "dot/1048576"), out().lines().toList());
    }

    @Test
    void devicesAreListedOrOneLineSaysThatThereIsNone() throws IOException {
        assertEquals(0, run("devices"));
        String listed = out();
        out.reset();
        assertEquals(0, run("devices", "--json"));
        JsonNode devices = new ObjectMapper().readTree(out()).get("devices");
        assertEquals(Math.max(1, devices.size()), listed.lines().count(), listed);
        assertEquals(devices.isEmpty(), listed.contains(err().strip()) && !err().isEmpty(), err());
    }

    @Test
    void aDeviceThatIsNotThereCannotBeJudged() {
        assertEquals(2, run(Map.of("EQUICERT_DEVICE", "no such"), "certify", "fast:gpu", "--out", report().toString()));
        assertTrue(err().startsWith("equicert: ") && err().lines().count() == 1, err());
        assertFalse(Files.exists(report()));
    }

    @Test
    void theCoreOnADeviceIsCertified() {
        run("devices", "--json");
        assumeFalse(out().contains("\"devices\" : [ ]"), "not run: " + err());
        List<String> arguments = new ArrayList<>(List.of("fast:gpu"));
        String functions = "exp expm1 log log1p sin cos tan asin acos atan sinh cosh tanh Sigmoid Softplus Softmax"
                + " linalg.solve linalg.slogdet";
        List.of(functions.split(" ")).forEach(function -> arguments.addAll(List.of("--function", function)));
        assertEquals(0, certify(arguments.toArray(String[]::new)), out() + err());
        assertTrue(out().contains("consistent"), out());
    }

    @Test
    void everyFunctionIsListed() {
        assertEquals(0, run("functions"));
        assertTrue(out().contains("linalg.det"), out());
    }
}
