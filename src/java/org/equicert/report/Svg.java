package org.equicert.report;

import java.util.Locale;

/** What all pictures share: text that may hold anything, and the frame around it. */
public final class Svg {
    private Svg() {}

    /** The beginning of a picture: its title is its name for those who do not see it. */
    public static String head(int width, int height, String title) {
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="%3$s">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <text x="12" y="26" font-size="17" font-weight="600">%3$s</text>
                """, width, height, escaped(title));
    }

    /** A text at a point; nothing where it is empty. */
    public static String text(int x, int y, String text, String attributes) {
        return text.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, attributes, escaped(text));
    }

    /** A text that means nothing to XML; what no XML may hold is replaced. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default ->
                    escaped.appendCodePoint(
                            c < 0x20 || c == 0xfffe || c == 0xffff || (c >= 0xd800 && c <= 0xdfff) ? 0xfffd : c);
            }
        });
        return escaped.toString();
    }
}
