package org.equicert.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.equicert.report.ReportTable;

/**
 * A table of texts, for a terminal or for Markdown.
 *
 * @param title above it
 * @param head a text for each column
 * @param rows as many texts each
 * @param notes below it, a line each
 */
public record Table(String title, List<String> head, List<List<String>> rows, List<String> notes) {
    /** In columns; closer together where they would not fit, and where that does not do, in parts one below the other. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>(List.of(head));
        all.addAll(rows);
        int[] widths = IntStream.range(0, head.size())
                .map(i ->
                        all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        int width = IntStream.of(widths).sum() + 2 * (widths.length - 1);
        String gap = width > ReportTable.WIDTH ? " " : "  ";
        List<String> lines = new ArrayList<>(List.of(title));
        for (List<Integer> part : parts(widths, gap.length())) {
            all.forEach(row -> lines.add(part.stream()
                    .map(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                    .collect(Collectors.joining(gap))
                    .stripTrailing()));
        }
        lines.addAll(notes);
        return lines;
    }

    /** The columns of each part, of which the first column says what the rows are. */
    private static List<List<Integer>> parts(int[] widths, int gap) {
        List<List<Integer>> parts = new ArrayList<>(List.of(new ArrayList<>(List.of(0))));
        int room = ReportTable.WIDTH - widths[0];
        for (int i = 1; i < widths.length; i++) {
            room -= gap + widths[i];
            if (room < 0 && parts.getLast().size() > 1) {
                parts.add(new ArrayList<>(List.of(0)));
                room = ReportTable.WIDTH - widths[0] - gap - widths[i];
            }
            parts.getLast().add(i);
        }
        return parts;
    }

    /** As Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder("**" + title + "**\n\n");
        text.append(row(head)).append("|---".repeat(head.size())).append("|\n");
        rows.forEach(row -> text.append(row(row)));
        notes.forEach(note -> text.append('\n').append(note).append('\n'));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
