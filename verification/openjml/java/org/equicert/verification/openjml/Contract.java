package org.equicert.verification.openjml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A contract of the verified sources, under KeY's name for it.
 *
 * @param id {@code Class.method}, or that with {@code model} or {@code accessible}
 * @param obstacle why OpenJML cannot express it, or empty
 */
record Contract(String id, String type, String method, String obstacle) {

    private static final Pattern DECLARATION = Pattern.compile(
            "(?:\\s|//@[^\\n]*\\n|/\\*@.*?\\*/)*(?:(?:public|private|protected|static|final)\\s+)*(?:[\\w.\\[\\]]+\\s+)?(\\w+)\\s*\\(");
    private static final Pattern UNSPEAKABLE = Pattern.compile("\\\\(product|num_of|max|min|seq\\w*|dl_\\w*)\\b");

    static List<Contract> of(Map<String, String> classes) {
        List<Contract> found = new ArrayList<>();
        classes.forEach((type, text) -> found.addAll(of(type, text)));
        return found;
    }

    private static List<Contract> of(String type, String text) {
        List<Contract> found = new ArrayList<>();
        Matcher jml = Dialect.JML.matcher(text);
        while (jml.find()) {
            String inner = Dialect.inner(jml.group());
            Matcher declaration = DECLARATION.matcher(text).region(jml.end(), text.length());
            if (inner.contains("model_behavior")) {
                Matcher name =
                        Pattern.compile("\\bmodel\\s[^(;]*?(\\w+)\\s*\\(").matcher(inner);
                if (name.find()) {
                    String id = type + "." + name.group(1);
                    found.add(
                            new Contract(id + " model", type, name.group(1), "a model method is its definition here"));
                    if (inner.contains("accessible")) {
                        found.add(new Contract(
                                id + " accessible", type, name.group(1), "what a model method reads is KeY's concern"));
                    }
                }
            } else if (inner.strip().startsWith("accessible \\inv")) {
                found.add(new Contract(
                        type + ".<inv> accessible", type, "<inv>", "what an invariant reads is KeY's concern"));
            } else if (inner.contains("behavior") && declaration.lookingAt()) {
                String name = declaration.group(1);
                Matcher word = UNSPEAKABLE.matcher(inner + hints(text, declaration.end()));
                String obstacle = word.find() ? "OpenJML does not implement " + word.group() : "";
                found.add(new Contract(type + "." + name, type, name, obstacle));
            }
        }
        return found;
    }

    /** The class's text with this contract strengthened by a postcondition, on the line of its first one; empty if it has none. */
    Optional<String> ensuring(String condition, String text) {
        Matcher jml = Dialect.JML.matcher(text);
        while (jml.find()) {
            Matcher declaration = DECLARATION.matcher(text).region(jml.end(), text.length());
            int first = jml.group().indexOf("ensures ");
            boolean isContract =
                    jml.group().contains("behavior") && !jml.group().contains("model_behavior");
            if (isContract
                    && first >= 0
                    && declaration.lookingAt()
                    && declaration.group(1).equals(method)) {
                int at = jml.start() + first;
                return Optional.of(text.substring(0, at) + "ensures " + condition + "; " + text.substring(at));
            }
        }
        return Optional.empty();
    }

    /** The annotations within the method whose parameters begin here. */
    private static String hints(String text, int parameters) {
        int open = text.indexOf('{', Dialect.closing(text, parameters - 1));
        String code = text.substring(open);
        StringBuilder hints = new StringBuilder();
        Matcher jml = Dialect.JML.matcher(code.substring(0, Dialect.closing(blankStrings(code), 0)));
        while (jml.find()) {
            hints.append(jml.group());
        }
        return hints.toString();
    }

    /** Text in quotes may hold half a bracket. */
    private static String blankStrings(String code) {
        return Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'")
                .matcher(code)
                .replaceAll(quoted -> "_".repeat(quoted.group().length()));
    }
}
