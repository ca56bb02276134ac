package org.equicert.verification.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults in the code of one method: another operator, a constant off by one, a statement left out, two arguments of a call
 * exchanged.
 *
 * <p>Lemmas, and calls of lemmas, are left alone: they do nothing when they run, so that another body that still closes is
 * another proof of the same statement, not a fault. Their contracts are attacked by {@link SpecMutants}.
 */
final class CodeMutants {

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("+", "-"),
            Map.entry("-", "+"),
            Map.entry("*", "+"),
            Map.entry("/", "*"),
            Map.entry("%", "/"),
            Map.entry("<", "<="),
            Map.entry("<=", "<"),
            Map.entry(">", ">="),
            Map.entry(">=", ">"),
            Map.entry("==", "!="),
            Map.entry("!=", "=="),
            Map.entry("&&", "||"),
            Map.entry("||", "&&"));

    private static final Pattern OPERATOR = Pattern.compile("(?<= )([-+*/%]|[<>]=?|[=!]=|&&|\\|\\|)(?= )");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])(\\d+)(L?)\\b");
    private static final Pattern TRUTH = Pattern.compile("\\b(true|false)\\b");
    private static final Pattern STATEMENT =
            Pattern.compile("(?:throw\\b|[\\w.\\[\\]]+(?:\\[[^=;]*\\])?\\s*=(?!=)|[\\w.]+\\()[^;{}]*;");
    private static final Pattern CALL = Pattern.compile("(?:(\\w+)\\.)?(\\w+)\\(");

    private final Outline outline;

    CodeMutants(Outline outline) {
        this.outline = outline;
    }

    void of(Outline.Method method, String text, Map<String, Mutant> found) {
        if (method.inModel() || method.isLemma()) {
            return;
        }
        Mutant.Collector into = new Mutant.Collector(found, method, text, Mutant.Kind.CODE);
        String code = withoutLemmas(Bans.without(text).substring(0, method.close()), method);
        String target = method.id();
        each(OPERATOR, code, method, m -> into.replace(target, m.start(), m.end(), OPERATORS.get(m.group())));
        each(NUMBER, code, method, m -> {
            String next = Long.toUnsignedString(Long.parseUnsignedLong(m.group(1)) + 1) + m.group(2);
            into.replace(target, m.start(), m.end(), next);
        });
        each(
                TRUTH,
                code,
                method,
                m -> into.replace(target, m.start(), m.end(), m.group().equals("true") ? "false" : "true"));
        each(STATEMENT, code, method, m -> {
            if (begins(code, m.start())) {
                into.add(
                        target,
                        m.start(),
                        m.end(),
                        "",
                        "leaves out " + Mutant.Collector.shown(text.substring(m.start(), m.end())));
            }
        });
        each(CALL, code, method, m -> swaps(target, m.end() - 1, text, into));
    }

    private static void each(
            Pattern pattern, String code, Outline.Method method, java.util.function.Consumer<Matcher> found) {
        Matcher m = pattern.matcher(code);
        m.region(method.open() + 1, method.close());
        m.useTransparentBounds(true);
        while (m.find()) {
            found.accept(m);
        }
    }

    /** Whether a statement begins here: after a brace, a semicolon, or the parenthesis of a condition. */
    private static boolean begins(String code, int at) {
        String before = code.substring(0, at).stripTrailing();
        return before.endsWith("{") || before.endsWith("}") || before.endsWith(";");
    }

    private static void swaps(String target, int open, String text, Mutant.Collector into) {
        List<int[]> arguments = arguments(text, open);
        for (int i = 0; i + 1 < arguments.size(); i++) {
            int[] one = arguments.get(i);
            int[] two = arguments.get(i + 1);
            String first = text.substring(one[0], one[1]);
            String second = text.substring(two[0], two[1]);
            into.replace(target, one[0], two[1], second + text.substring(one[1], two[0]) + first);
        }
    }

    /** Where the arguments of a call stand that begins with the bracket at {@code open}. */
    static List<int[]> arguments(String text, int open) {
        int close = Lexis.matching(text, open);
        List<int[]> arguments = new ArrayList<>();
        for (int from = open + 1; from < close; ) {
            int to = Math.min(close, Lexis.firstOf(text, from, ","));
            int begin = from;
            while (begin < to && Character.isWhitespace(text.charAt(begin))) {
                begin++;
            }
            if (begin < to) {
                arguments.add(new int[] {begin, to});
            }
            from = to + 1;
        }
        return arguments;
    }

    /** The code with every call of a lemma blank. */
    private String withoutLemmas(String code, Outline.Method method) {
        StringBuilder kept = new StringBuilder(code);
        Matcher m = CALL.matcher(code);
        m.region(method.open() + 1, method.close());
        while (m.find()) {
            String type = m.group(1) == null ? method.type() : m.group(1);
            boolean lemma = outline.method(type + "." + m.group(2))
                    .filter(Outline.Method::isLemma)
                    .isPresent();
            if (lemma) {
                int end = Lexis.firstOf(code, m.start(), ";") + 1;
                kept.replace(m.start(), end, " ".repeat(end - m.start()));
            }
        }
        return kept.toString();
    }
}
