package org.equicert.verification.openjml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From KeY's dialect of JML to OpenJML's, line by line, so that a message's line is the source's.
 *
 * <ul>
 *   <li>{@code \strictly_nothing} becomes {@code \nothing}; clauses that only frame what a model method or an invariant
 *       reads are dropped: OpenJML knows less without them.
 *   <li>A loop's {@code assignable} is dropped: OpenJML then finds out itself what the loop changes. It believes a written
 *       {@code loop_modifies} without a check, even one that hides a change.
 *   <li>{@code \old} in a loop's annotation is dropped around what mentions the loop's variable: a loop's annotation is a
 *       hint, and proved as it stands.
 *   <li>A constructor's frame is {@code \nothing}: its own object's fields are new.
 *   <li>An {@code assert} is dropped: it is a hint for KeY, and no part of a contract.
 *   <li>A model method becomes a function. {@link Definitions#HIDDEN} says nothing of it; {@link Definitions#SHOWN} that
 *       it is what its body says. Either way it has no other property: what holds of it then holds of the real one. A sum
 *       or product over a range becomes the recursion on its upper end, which OpenJML has no word for otherwise.
 *   <li>In such a definition a[i] becomes {@code Total.entry(a, i)}, see {@link Total}; in contracts it does so, and x / y
 *       becomes {@code Total.quotient(x, y)}, where they are to be total.
 *   <li>A sum in a contract becomes the call of a function, see {@link Sums}.
 * </ul>
 *
 * Contracts of methods keep every other word.
 */
final class Dialect {

    /**
     * Whether definitions of model methods and sums are shown, and whether reads and quotients are total in contracts: each
     * makes some proofs possible that the others drown. {@link #SHOWN_TOTAL} alone shows definitions that hold sums within,
     * and {@link Predicates} unfolded.
     */
    enum Definitions {
        HIDDEN(false, false),
        SHOWN(true, false),
        HIDDEN_TOTAL(false, true),
        SHOWN_TOTAL(true, true);

        final boolean shown;
        final boolean total;

        Definitions(boolean shown, boolean total) {
            this.shown = shown;
            this.total = total;
        }
    }

    /** What the translation cannot say. */
    static final class Untranslatable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Untranslatable(String what) {
            super(what);
        }
    }

    static final Pattern JML = Pattern.compile("(?s)/\\*@.*?\\*/|//@[^\\n]*");

    private static final Pattern MODEL = Pattern.compile(
            "(?s)\\s*(?:public |private )?model_behavior\\b(.*?)"
                    + "((?:\\b(?:public|private|static|model)\\s+)+)(\\S+)\\s+(\\w+)\\s*\\((.*?)\\)\\s*\\{\\s*return\\b(.*);\\s*\\}\\s*");
    private static final Pattern FOLD =
            Pattern.compile("(?s)\\(\\s*\\\\(sum|product)\\s+int\\s+(\\w+);\\s*(\\S+)\\s*<=\\s*(\\w+)\\s*&&\\s*"
                    + "(\\w+)\\s*<\\s*(\\w+)\\s*;(.*)\\)");

    private static final Pattern CONSTRUCTOR = Pattern.compile("\\s*(?:public |private |protected )?[A-Z]\\w*\\(");
    private static final Pattern LOOP_VARIABLE = Pattern.compile("\\s*for \\(int (\\w+)\\b");
    private static final String OLD = "\\old(";

    private Dialect() {}

    /** The classes in OpenJML's dialect, and those of {@link Total} and {@link Sums}. */
    static Map<String, String> translate(Map<String, String> classes, Definitions definitions) {
        Map<String, String> translated = new TreeMap<>();
        Sums sums = new Sums();
        Predicates predicates = Predicates.of(classes);
        classes.forEach((type, text) -> translated.put(
                type,
                translate(
                        definitions == Definitions.SHOWN_TOTAL ? predicates.unfold(text, type) : text,
                        definitions,
                        sums)));
        String owner = classes.values().stream().findFirst().orElse("");
        Matcher owned = Pattern.compile("(?m)^package [\\w.]+;").matcher(owner);
        String packageLine = owned.find() ? owned.group() : "";
        translated.put(Total.CLASS, Total.source(packageLine));
        translated.put(Sums.CLASS, sums.source(packageLine, definitions.shown));
        return translated;
    }

    static String translate(String text, Definitions definitions, Sums sums) {
        return JML.matcher(text)
                .replaceAll(jml -> Matcher.quoteReplacement(
                        sameLines(jml.group(), annotation(jml.group(), text.substring(jml.end()), definitions, sums))));
    }

    /** As many line breaks as before. */
    static String sameLines(String before, String after) {
        return after + "\n".repeat(before.split("\n", -1).length - after.split("\n", -1).length);
    }

    private static String annotation(String jml, String next, Definitions definitions, Sums sums) {
        String inner = inner(jml);
        if (inner.contains("model_behavior")) {
            return model(inner, definitions, sums);
        }
        if (inner.strip().matches("(?s)accessible\\s+\\\\inv\\b.*|assert\\b.*")) {
            return "";
        }
        String plain = sums.lift(jml.replace("\\strictly_nothing", "\\nothing"));
        if (definitions.total) {
            plain = Total.values(plain);
        }
        if (inner.contains("loop_invariant")) {
            return loop(plain.replaceAll("\\bassignable\\b[^;]*;", ""), next);
        }
        return CONSTRUCTOR.matcher(next).lookingAt()
                ? plain.replaceAll("assignable this\\.[^;]*;", "assignable \\\\nothing;")
                : plain;
    }

    /** In a loop's annotation, OpenJML's \old does not see the loop's variable. */
    private static String loop(String jml, String next) {
        Matcher variable = LOOP_VARIABLE.matcher(next);
        if (!variable.lookingAt()) {
            return jml;
        }
        Pattern mention = Pattern.compile("\\b" + variable.group(1) + "\\b");
        StringBuilder out = new StringBuilder();
        int i = 0;
        for (int old = jml.indexOf(OLD); old >= 0; old = jml.indexOf(OLD, i)) {
            int open = old + OLD.length() - 1;
            String argument = jml.substring(open, closing(jml, open) + 1);
            out.append(jml, i, mention.matcher(argument).find() ? old : open).append(argument);
            i = open + argument.length();
        }
        return out.append(jml.substring(i)).toString();
    }

    /** The annotation's text without its signs. */
    static String inner(String jml) {
        return jml.replaceFirst("^/\\*@|^//@", "").replaceFirst("@?\\*/$", "").replaceAll("(?m)^\\s*@+", "");
    }

    private static String model(String inner, Definitions definitions, Sums sums) {
        ModelMethod method = ModelMethod.parse(inner);
        if (definitions.total) {
            String body = Total.values(sums.lift(method.body));
            method = new ModelMethod(method.type, method.name, method.parameters, body);
        }
        String said = definitions.shown ? method.said() : "";
        return "/*@ public normal_behavior requires true; %spure model public static %s %s(%s); @*/"
                .formatted(said, method.type, method.name, method.parameters);
    }

    /** A model method with a body that returns one expression. */
    record ModelMethod(String type, String name, String parameters, String body) {

        static ModelMethod parse(String inner) {
            Matcher m = MODEL.matcher(inner);
            if (!m.matches() || !m.group(2).contains("static")) {
                throw new Untranslatable("not a static model method that returns an expression: "
                        + inner.strip().replaceAll("\\s+", " "));
            }
            return new ModelMethod(m.group(3), m.group(4), oneLine(m.group(5)), oneLine(m.group(6)));
        }

        /** Its definition; nothing if it is none that OpenJML could be told. */
        private String said() {
            try {
                return "ensures " + definition() + "; ";
            } catch (Untranslatable e) {
                return "";
            }
        }

        /** That the result is what the body says: an equation which one function satisfies, whatever the arguments. */
        String definition() {
            Matcher fold = FOLD.matcher(body);
            if (fold.matches()) {
                return "\\result == " + fold(fold);
            }
            if (body.matches(".*\\\\(sum|product|num_of|max|min)\\b.*")) {
                throw new Untranslatable("a sum or product within an expression: " + body);
            }
            if (!calls(body).isEmpty()) {
                demandDescent();
            }
            return "\\result == (" + total(body, arrays()) + ")";
        }

        private String fold(MatchResult fold) {
            String index = fold.group(2);
            String low = fold.group(3);
            String high = fold.group(6);
            boolean wellFormed = index.equals(fold.group(4))
                    && index.equals(fold.group(5))
                    && names().contains(high)
                    && !fold.group(7).matches(".*\\b(" + high + "|" + name + ")\\b.*")
                    && !low.equals(high);
            if (!wellFormed) {
                throw new Untranslatable("not a sum or product over a range that ends at a parameter: " + body);
            }
            String last =
                    fold.group(7).replaceAll("\\b" + index + "\\b", Matcher.quoteReplacement("(" + high + " - 1)"));
            String before = name + "("
                    + String.join(
                            ", ",
                            names().stream()
                                    .map(n -> n.equals(high) ? n + " - 1" : n)
                                    .toList()) + ")";
            boolean isSum = fold.group(1).equals("sum");
            return "(%s <= %s ? %s : %s %s (%s))"
                    .formatted(high, low, isSum ? "0" : "1", before, isSum ? "+" : "*", total(last.strip(), arrays()));
        }

        /** A recursion has a solution if it stops at p &lt;= 0 and goes on to p - 1. */
        private void demandDescent() {
            Matcher stop = Pattern.compile("(\\w+) <= 0 (?:\\?|\\|\\|).*").matcher(body);
            int at = stop.matches() ? names().indexOf(stop.group(1)) : -1;
            boolean descends = at >= 0
                    && calls(body).stream()
                            .allMatch(call -> call.size() == names().size()
                                    && call.get(at).equals(names().get(at) + " - 1"));
            if (!descends) {
                throw new Untranslatable("a recursion that does not go down to 0 step by step: " + name);
            }
        }

        /** The arguments of the body's calls of the method itself. */
        private List<List<String>> calls(String text) {
            List<List<String>> found = new ArrayList<>();
            Matcher call = Pattern.compile("(?<![\\w.])" + name + "\\(").matcher(text);
            while (call.find()) {
                found.add(split(text.substring(call.end(), closing(text, call.end() - 1))));
            }
            return found;
        }

        List<String> names() {
            return split(parameters).stream()
                    .map(p -> p.replaceAll(".*\\s", ""))
                    .toList();
        }

        private List<String> arrays() {
            return split(parameters).stream()
                    .filter(p -> p.matches("\\w+\\[\\]\\s+\\w+"))
                    .map(p -> p.replaceAll(".*\\s", ""))
                    .toList();
        }
    }

    /** a[i] as Total.entry(a, i), outside quantifiers. */
    private static String total(String text, List<String> arrays) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            Matcher quantifier = Pattern.compile("\\(\\s*\\\\(forall|exists)\\b")
                    .matcher(text)
                    .region(i, text.length());
            if (quantifier.lookingAt()) {
                int end = closing(text, i) + 1;
                out.append(text, i, end);
                i = end;
                continue;
            }
            Matcher access = Pattern.compile("(\\w+)\\[").matcher(text).region(i, text.length());
            boolean starts = i == 0 || !Character.isJavaIdentifierPart(text.charAt(i - 1)) && text.charAt(i - 1) != '.';
            if (starts && access.lookingAt() && arrays.contains(access.group(1))) {
                int end = closing(text, access.end() - 1);
                out.append(Total.CLASS + ".entry(").append(access.group(1)).append(", ");
                out.append(total(text.substring(access.end(), end), arrays)).append(')');
                i = end + 1;
                continue;
            }
            out.append(text.charAt(i++));
        }
        return out.toString();
    }

    /** Where the bracket at this place closes. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new Untranslatable("a bracket that does not close: " + text);
    }

    /** The parts between the outer commas. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        StringBuilder part = new StringBuilder();
        for (char c : list.toCharArray()) {
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (!part.toString().isBlank()) {
            parts.add(part.toString().strip());
        }
        return parts;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
