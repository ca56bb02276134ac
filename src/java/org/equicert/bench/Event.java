package org.equicert.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.equicert.report.Fields;
import org.equicert.report.ReportReader;
import org.equicert.report.ReportUnreadable;

/** What the measuring program says while it works: one line of JSON each. */
public sealed interface Event {
    String SCHEMA = "urn:equicert:schema:bench-event:1";

    /** Where it runs; the first line. */
    record Started(Results.Machine machine) implements Event {}

    /** A case begins. */
    record Begun(Case at) implements Event {}

    /** One contestant is done with a case. */
    record Measured(Measurement measurement) implements Event {}

    /** The event as a line. */
    static String line(Event event) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
        switch (event) {
            case Started started -> node.set("started", ResultsJson.machine(started.machine()));
            case Begun begun -> node.put("begun", begun.at().id());
            case Measured measured -> node.set("measured", ResultsJson.measurement(measured.measurement()));
        }
        return node.toString();
    }

    /** What {@link #line} wrote. */
    static Event of(String line) throws ReportUnreadable {
        JsonNode node = ReportReader.parse(line, SCHEMA, "an event of the benchmarks");
        if (node.has("started")) {
            return new Started(ResultsJson.machine(node.path("started"), "started"));
        }
        if (node.has("measured")) {
            return new Measured(ResultsJson.measurement(node.path("measured"), "measured"));
        }
        String begun = new Fields(node, "the event").text("begun");
        return new Begun(
                Case.named(begun).orElseThrow(() -> new ReportUnreadable("begun is no case of any benchmark")));
    }
}
