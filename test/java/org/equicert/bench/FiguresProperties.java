package org.equicert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FiguresProperties {
    private static NodeList elements(String svg, String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName(name);
    }

    private static Chart chart(String name, boolean logarithmic, Map<String, Double> line) {
        List<String> sizes = line.keySet().stream().sorted().toList();
        return new Chart(name, name, name, logarithmic, List.of(new Chart.Panel(name, sizes, Map.of(name, line))));
    }

    @Property(tries = 200)
    void everyPictureIsXmlWhateverItsTextsHold(@ForAll @NotEmpty String name, @ForAll boolean logarithmic)
            throws Exception {
        assertEquals(
                1,
                elements(chart(name, logarithmic, Map.of(name, 2.0)).svg(), "circle")
                        .getLength());
    }

    @Property(tries = 200)
    void everyValueIsAPointWithinTheFrameAndMoreIsHigher(
            @ForAll boolean logarithmic,
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = 1e-8, max = 1e4) @Scale(9) Double> values)
            throws Exception {
        Map<String, Double> line = new TreeMap<>();
        values.forEach(value -> line.put("n" + line.size(), value));
        String svg = chart("speed", logarithmic, line).svg();
        NodeList rectangles = elements(svg, "rect");
        Element frame = (Element) rectangles.item(rectangles.getLength() - 2); // the legend's is the last
        double top = Double.parseDouble(frame.getAttribute("y"));
        double bottom = top + Double.parseDouble(frame.getAttribute("height"));
        NodeList dots = elements(svg, "circle");
        assertEquals(values.size(), dots.getLength());
        for (int i = 0; i < dots.getLength(); i++) {
            double y = Double.parseDouble(((Element) dots.item(i)).getAttribute("cy"));
            assertTrue(top - 0.06 <= y && y <= bottom + 0.06, svg);
            for (int j = 0; j < i; j++) {
                double other = Double.parseDouble(((Element) dots.item(j)).getAttribute("cy"));
                assertTrue(values.get(i) < values.get(j) ? y >= other : y <= other, svg);
            }
        }
    }

    @Property(tries = 40)
    void theAxesOfEveryFigureAreNamed(@ForAll long seed) throws Exception {
        var figures = Figures.of(MadeUp.all(seed));
        assertEquals(
                List.of(
                        Benchmark.PRODUCT,
                        Benchmark.COMPOSITION,
                        Benchmark.DERIVATIVE,
                        Benchmark.CHECK_ROUNDS,
                        Benchmark.FUNCTION),
                List.copyOf(figures.sequencedKeySet()));
        for (Chart chart : figures.values()) {
            String svg = chart.svg();
            assertTrue(svg.contains(">" + chart.axis() + "<") && svg.contains(">" + chart.unit() + "<"), svg);
            assertEquals(chart.panels().size(), svg.split("fill=\"none\" stroke=\"#333333\"", -1).length - 1);
            assertTrue(elements(svg, "circle").getLength() > 0);
        }
    }

    @Example
    void aSizeWithoutAValueIsAGap() {
        Chart chart = new Chart(
                "t",
                "n",
                "s",
                true,
                List.of(new Chart.Panel("", List.of("1", "2", "3"), Map.of("a", Map.of("1", 1.0, "3", 2.0)))));
        assertTrue(
                chart.svg().lines().anyMatch(it -> it.startsWith("<path") && it.split("M", -1).length == 3),
                chart.svg());
    }
}
