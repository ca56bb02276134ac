package org.equicert.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.equicert.campaign.Finding;
import org.equicert.campaign.Result;
import org.equicert.campaign.Row;
import org.equicert.campaign.Run;
import org.equicert.equivariance.Symmetries;
import org.equicert.function.Functions;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Verdict;
import org.junit.jupiter.api.function.Executable;

class ReportProperties {
    private static final Report REAL = Reports.real();
    private static final Report REFUTED = Reports.refuted();
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        Map<String, String> schemas = new HashMap<>();
        for (String name : List.of("question", "answer", "report")) {
            try {
                schemas.put(
                        "urn:equicert:schema:" + name + ":1",
                        Files.readString(Path.of("spec", "schema", name + ".schema.json")));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
                .getSchema(SchemaLocation.of(ReportJson.SCHEMA));
    }

    private static void assertValid(String report) {
        assertEquals(List.of(), SCHEMA.validate(report, InputFormat.JSON));
    }

    @Provide
    Arbitrary<Report> reports() {
        return Reports.random();
    }

    @Property(tries = 300)
    void aReportIsReadAsItWasWritten(@ForAll("reports") Report report) throws ReportUnreadable {
        assertEquals(report, ReportReader.read(ReportJson.write(report)));
    }

    @Example
    void realReportsFitTheSchema() {
        assertTrue(Set.of(Verdict.EXACT, Verdict.CONSISTENT).containsAll(Reports.verdicts(REAL)));
        assertTrue(Reports.verdicts(REFUTED).contains(Verdict.REFUTED));
        assertValid(ReportJson.write(REAL));
        assertValid(ReportJson.write(REFUTED));
        assertFalse(SCHEMA.validate(ReportJson.write(REFUTED).replace("\"where\"", "\"there\""), InputFormat.JSON)
                .isEmpty());
    }

    @Property(tries = 100)
    void aReportThatIsCutOffIsUnreadableInOneLine(@ForAll @IntRange(max = 1_000_000) int at) {
        String text = ReportJson.write(REFUTED);
        assertUnreadable(() -> ReportReader.read(text.substring(0, at % (text.length() - 2))));
    }

    /** Whatever a character is changed to: a report, or one clear message. */
    @Property(tries = 1000)
    void aReportThatIsTamperedWithIsReadOrUnreadable(@ForAll @IntRange(max = 1_000_000) int at, @ForAll char c) {
        StringBuilder text = new StringBuilder(ReportJson.write(REFUTED));
        text.setCharAt(at % text.length(), c);
        try {
            Report read = ReportReader.read(text.toString());
            Recheck.of(read.run(), exchanges -> List.of());
        } catch (ReportUnreadable e) {
            assertFalse(String.valueOf(e.getMessage()).isBlank());
        }
    }

    @Example
    void hostileReportsAreUnreadable() {
        String good = ReportJson.write(REFUTED);
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{}",
                "[".repeat(100_000),
                good + "{}",
                good.replace(ReportJson.SCHEMA, "urn:equicert:schema:report:2"),
                good.replace("\"seed\": 1", "\"seed\": 1e400"),
                good.replace("\"seed\": 1", "\"seed\": 1, \"seed\": 2"),
                good.replace("\"verdict\":\"refuted\"", "\"verdict\":\"wrong\""),
                good.replace("\"quantity\":\"hessian\"", "\"quantity\":\"taste\""),
                good.replaceFirst("\"shape\":\\[[0-9]+", "\"shape\":[2147483647,2147483647"),
                good.replaceFirst("\"shape\":\\[[0-9]+", "\"shape\":[-3"),
                good.replace("p0\"", "\""),
                good.replaceFirst("\"eta\":[0-9.E-]+", "\"eta\":-1"),
                good.replace("\"witness\":", "\"exhibit\":"),
                good.replace("\"modes\":{", "\"narrowed\":[],\"modes\":{"),
                good.replace("\"modes\":{", "\"narrowed\":{\"var\":{\"taste\":[]}},\"modes\":{"))) {
            assertFalse(bad.equals(good));
            assertUnreadable(() -> ReportReader.read(bad));
        }
    }

    private static void assertUnreadable(Executable read) {
        String message =
                String.valueOf(assertThrows(ReportUnreadable.class, read).getMessage());
        assertFalse(message.isBlank() || message.contains("\n") || message.length() > 200, message);
    }

    @Example
    void judgedAgainARealReportAgrees() throws ReportUnreadable {
        for (Report report : List.of(REAL, REFUTED)) {
            Report read = ReportReader.read(ReportJson.write(report));
            assertEquals(
                    List.of(),
                    Recheck.of(read.run(), Reports.assessment()::results).disagreements());
        }
    }

    @Example
    void judgedAgainAnEditedReportDisagrees() throws ReportUnreadable {
        String good = ReportJson.write(REFUTED);
        String acquitted = good.replaceFirst("\"verdict\":\"refuted\"", "\"verdict\":\"consistent\"");
        String accused = ReportJson.write(REAL).replaceFirst("\"data\":\\[\"0x1", "\"data\":[\"0x3");
        String flattered = good.replaceFirst("\"eta\":[0-9.E-]+", "\"eta\":0.001");
        String shortened = good.replaceFirst("\"results\": \\[\n.*\n", "\"results\": [\n");
        for (String edited : List.of(acquitted, flattered, shortened, accused)) {
            Report read = ReportReader.read(edited);
            assertFalse(Recheck.of(read.run(), Reports.assessment()::results)
                    .disagreements()
                    .isEmpty());
        }
    }

    @Property(tries = 100)
    void noLineOfATableIsTooLong(@ForAll("reports") Report report) {
        for (String line : ReportTable.lines(report.run().results(), ReportTable.Paint.PLAIN)) {
            assertTrue(line.codePointCount(0, line.length()) <= ReportTable.WIDTH, line);
        }
    }

    @Example
    void aTableSpellsOutTheExceptionalMode() {
        String table = String.join("\n", ReportTable.lines(REFUTED.run().results(), ReportTable.Paint.PLAIN));
        assertTrue(table.contains("hessian  f64     fwd-over-fwd") && table.contains("all but fwd-over-fwd"), table);
    }

    @Example
    void aWitnessShowsItsInputsAndWhatIsWrong() {
        String text = String.join("\n", WitnessText.lines(REFUTED.run().results()));
        assertTrue(text.contains("refuted: hessian of network.tanh, fwd-over-fwd in f64"), text);
        assertTrue(text.contains("expected") && text.contains("answered") && text.contains("by truth"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= ReportTable.WIDTH), text);
    }

    @Example
    void anIssueSaysWhatIsWrongWhereItIsRightAndByWhichIdentity() {
        List<Finding> findings = Finding.of(REFUTED.run(), Oracle.ofCatalogue());
        assertTrue(findings.stream().map(Finding::function).toList().contains("network.tanh"));
        for (Finding finding : findings) {
            String issue = IssueText.of(REFUTED, finding, "None.", Path.of("spec", "statements"));
            assertTrue(
                    issue.startsWith("# " + finding.function() + ": wrong Hessian, fwd-over-fwd\n\nThe Hessian of `"),
                    issue);
            assertTrue(issue.contains("Taken fwd-over-rev, rev-over-fwd, rev-over-rev it is right."), issue);
            assertTrue(issue.contains("\n## Reproduction\n\nNone.\n\n"), issue);
            assertTrue(issue.contains("By truth: "), issue);
            // what else is said of the identity is what its page says
            assertTrue(
                    issue.contains("**T.Thm1.2a: The Hessian along the characteristic direction.**")
                            && issue.contains("$$\n\\nabla^2 L \\circ_1 K =")
                            && issue.contains("Here φ and ψ of f(φ(θ, λ)) = ψ(f(θ), λ) are: `"),
                    issue);
        }
    }

    @Property(tries = 100)
    void noReportComparedWithItselfHasChanged(@ForAll("reports") Report report) {
        Changes changes = Changes.of(report.run(), report.run());
        assertEquals(Map.of(), changes.changed());
        assertEquals(report.run().results().stream().map(Row::of).distinct().count(), changes.unchanged());
    }

    @Example
    void whatIsMendedIsNoLongerRefutedAndWhatIsSpoiltIsNewlySo() {
        Changes mended = Changes.of(REFUTED.run(), REAL.run());
        Changes spoilt = Changes.of(REAL.run(), REFUTED.run());
        assertTrue(mended.has(Changes.Kind.NO_LONGER_REFUTED) && !mended.has(Changes.Kind.NEWLY_REFUTED));
        assertTrue(spoilt.has(Changes.Kind.NEWLY_REFUTED) && !spoilt.has(Changes.Kind.NO_LONGER_REFUTED));
        long refuted = REFUTED.run().results().stream()
                .filter(r -> r.verdict() == Verdict.REFUTED)
                .count();
        assertEquals(
                refuted,
                spoilt.changed()
                        .getOrDefault(Changes.Kind.NEWLY_REFUTED, List.of())
                        .size());
    }

    @Property(tries = 100)
    void everyRefutedRowIsOfOneFindingAndIdsAreUnique(@ForAll("reports") Report report) {
        List<Finding> findings = Finding.of(report.run(), Oracle.ofCatalogue());
        List<Result> rows = findings.stream().flatMap(f -> f.rows().stream()).toList();
        List<Result> refuted = report.run().results().stream()
                .filter(r -> r.verdict() == Verdict.REFUTED)
                .toList();
        assertEquals(refuted.size(), rows.size());
        assertTrue(rows.containsAll(refuted));
        assertEquals(
                findings.size(), findings.stream().map(Finding::id).distinct().count());
    }

    @Property(tries = 100)
    void aPictureIsWellFormed(@ForAll("reports") Report report) throws Exception {
        byte[] svg = ReportSvg.of(report.run()).getBytes(StandardCharsets.UTF_8);
        String root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement()
                .getTagName();
        assertEquals("svg", root);
    }

    @Example
    void aPictureOfFindingsHasOnlyTheFirstFunctionsThatHaveSome() {
        List<Finding> findings = Finding.of(REFUTED.run(), Oracle.ofCatalogue());
        assertEquals(
                List.of("linear", "network.tanh"),
                findings.stream().map(Finding::function).distinct().toList());
        String first = ReportSvg.of(REFUTED.run(), findings, 1);
        assertTrue(first.contains(">linear<") && !first.contains(">network.tanh<"), first);
        String without = ReportSvg.of(REFUTED.run(), List.of(), 16);
        assertFalse(without.contains(">linear<"), without);
    }

    @Property(tries = 100)
    void aRowOfATableHasTheColumnsOfItsHead(@ForAll("reports") Report report, @ForAll int findings) {
        String row = RunTable.row(report, findings);
        assertEquals(1, row.lines().count());
        assertEquals(
                RunTable.head().lines().findFirst().orElseThrow().split("\\|", -1).length, row.split("\\|", -1).length);
    }

    @Example
    void aTableCountsWhatWasAskedAndRefuted() {
        Run run = REFUTED.run();
        long refuted = run.results().stream()
                .filter(r -> r.verdict() == Verdict.REFUTED)
                .count();
        assertTrue(refuted > 0 && run.points() > 0);
        assertEquals(
                "| `" + run.candidate().name() + "` | " + run.candidate().version() + " | 2 | 2 | " + run.points()
                        + " | " + run.exchanges().size() + " | " + refuted + " | 2 | 1:05 |\n",
                RunTable.row(new Report(REFUTED.versions(), run, OptionalLong.of(65)), 2));
        int fixed = Symmetries.of(Functions.find("network.tanh").orElseThrow()).size();
        assertEquals(1 + 1 + 1 + fixed, run.points(), "a point of each, one on the lattice, one for each symmetry");
    }
}
