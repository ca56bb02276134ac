package org.equicert.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.equicert.report.Svg;

/**
 * A picture of several panels side by side: in each, lines over the same sizes, which stand at equal distances.
 *
 * @param title above all
 * @param axis what the sizes are
 * @param unit what is measured
 * @param logarithmic whether equal distances upwards are equal ratios; else the scale begins at 0
 * @param panels one at least
 */
public record Chart(String title, String axis, String unit, boolean logarithmic, List<Panel> panels) {
    private static final int WIDTH = 250;
    private static final int HEIGHT = 210;
    private static final int TOP = 72;
    private static final int LEFT = 84;
    private static final int STEP = WIDTH + 76;

    /** Okabe and Ito's colours, which differ in lightness too. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#e69f00");

    /** Values of each line by size; a size without a value is a gap. */
    public record Panel(String title, List<String> sizes, Map<String, Map<String, Double>> lines) {}

    /** The picture as a text of SVG; the same line has the same colour in every panel. */
    public String svg() {
        List<String> names = panels.stream()
                .flatMap(panel -> panel.lines.keySet().stream())
                .distinct()
                .toList();
        int longest = panels.stream()
                .flatMap(panel -> panel.sizes.stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int bottom = TOP + HEIGHT + 24 + 5 * longest;
        int width = Math.max(LEFT + panels.size() * STEP - 40, 24 + 10 * title.length());
        StringBuilder svg = new StringBuilder(Svg.head(width, bottom + 56, title));
        for (int i = 0; i < panels.size(); i++) {
            svg.append(panel(panels.get(i), LEFT + i * STEP, bottom, names));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(24,%d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                TOP + HEIGHT / 2,
                Svg.escaped(unit)));
        int x = LEFT;
        for (int i = 0; i < names.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>%n",
                    x,
                    bottom + 28,
                    colour(i)));
            svg.append(Svg.text(x + 17, bottom + 38, names.get(i), ""));
            x += 40 + 8 * names.get(i).length();
        }
        return svg.append("</svg>\n").toString();
    }

    private static String colour(int i) {
        return COLOURS.get(i % COLOURS.size());
    }

    private double[] values() {
        double[] values = panels.stream()
                .flatMap(panel -> panel.lines.values().stream())
                .flatMapToDouble(line -> line.values().stream().mapToDouble(Double::doubleValue))
                .toArray();
        return values.length == 0 ? new double[] {1} : values;
    }

    /** Where the scale has its marks: powers of ten that enclose all values, or round steps from 0 on. */
    private double[] marks() {
        double most = DoubleStream.of(values()).max().orElse(1);
        if (logarithmic) {
            int from =
                    (int) Math.floor(Math.log10(DoubleStream.of(values()).min().orElse(1)));
            int to = Math.max(from + 1, (int) Math.ceil(Math.log10(most)));
            return IntStream.rangeClosed(from, to)
                    .mapToDouble(e -> Math.pow(10, e))
                    .toArray();
        }
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        double fine = most / step < 2 ? step / 5 : most / step < 5 ? step / 2 : step;
        return IntStream.rangeClosed(0, (int) Math.ceil(most / fine))
                .mapToDouble(i -> i * fine)
                .toArray();
    }

    private String panel(Panel panel, int left, int bottom, List<String> names) {
        double[] marks = marks();
        DoubleUnaryOperator scale = logarithmic ? Math::log10 : x -> x;
        double least = scale.applyAsDouble(marks[0]);
        double span = scale.applyAsDouble(marks[marks.length - 1]) - least;
        DoubleUnaryOperator height = value -> TOP + HEIGHT - (scale.applyAsDouble(value) - least) / span * HEIGHT;
        StringBuilder svg = new StringBuilder(Svg.text(left, TOP - 10, panel.title, "font-weight=\"600\""));
        for (double mark : marks) {
            int y = (int) Math.round(height.applyAsDouble(mark));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#dddddd\"/>%n",
                    left,
                    y,
                    left + WIDTH,
                    y));
            svg.append(Svg.text(left - 6, y + 4, mark(mark), "text-anchor=\"end\""));
        }
        for (int i = 0; i < panel.sizes.size(); i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text transform=\"translate(%.1f,%d) rotate(-40)\" text-anchor=\"end\">%s</text>%n",
                    across(panel, left, i) + 4,
                    TOP + HEIGHT + 16,
                    Svg.escaped(panel.sizes.get(i))));
        }
        svg.append(Svg.text(left + WIDTH / 2, bottom + 8, axis, "text-anchor=\"middle\""));
        panel.lines.forEach(
                (name, values) -> svg.append(line(panel, left, values, height, colour(names.indexOf(name)))));
        return svg.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#333333\"/>%n",
                        left,
                        TOP,
                        WIDTH,
                        HEIGHT))
                .toString();
    }

    private static double across(Panel panel, int left, int i) {
        return left + (i + 0.5) / panel.sizes.size() * WIDTH;
    }

    private static String line(
            Panel panel, int left, Map<String, Double> values, DoubleUnaryOperator height, String colour) {
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        String move = "M";
        for (int i = 0; i < panel.sizes.size(); i++) {
            Double value = values.get(panel.sizes.get(i));
            if (value == null) {
                move = "M";
                continue;
            }
            double x = across(panel, left, i);
            double y = height.applyAsDouble(value);
            path.append(String.format(Locale.ROOT, "%s%.1f,%.1f ", move, x, y));
            dots.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x, y, colour));
            move = "L";
        }
        return String.format(
                        Locale.ROOT,
                        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"/>%n",
                        path.toString().strip(),
                        colour)
                + dots;
    }

    private static String mark(double value) {
        return value >= 1e4 || value != 0 && value < 1e-3
                ? String.format(Locale.ROOT, "%.0e", value)
                : new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
