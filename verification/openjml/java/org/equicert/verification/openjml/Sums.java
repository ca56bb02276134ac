package org.equicert.verification.openjml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.verification.openjml.Dialect.Untranslatable;

/**
 * Sums as functions, since OpenJML has no word for them: a sum over 0 &lt;= i &lt; n becomes a call, and the function is the
 * recursion on n. What its terms depend on are parameters, an index that is linear in i as its start and its stride. So all
 * sums of products of two arrays' entries are one function, wherever the entries lie.
 */
final class Sums {

    static final String CLASS = "Sums";

    private static final Pattern SUM = Pattern.compile("\\(\\s*\\\\sum\\b");
    private static final Pattern RANGE = Pattern.compile("\\\\sum int (\\w+); 0 <= \\1 && \\1 < ([^;]*);(.*)");
    private static final Pattern NAME = Pattern.compile("\\w+(?:\\.\\w+)*");

    /** A function's parameters' types, after the number of terms, by its term; its name is its number. */
    private final Map<String, List<String>> functions = new LinkedHashMap<>();

    /** The text with a call for each sum that it knows how to say, and as many line breaks as before. */
    String lift(String text) {
        Matcher sum = SUM.matcher(text);
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (sum.find(i)) {
            int end = Dialect.closing(text, sum.start()) + 1;
            String whole = text.substring(sum.start(), end);
            out.append(text, i, sum.start()).append(Dialect.sameLines(whole, call(whole)));
            i = end;
        }
        return out.append(text.substring(i)).toString();
    }

    private String call(String sum) {
        try {
            return function(sum);
        } catch (Untranslatable e) {
            return sum;
        }
    }

    private String function(String sum) {
        String plain = lift(sum.substring(1, sum.length() - 1).replaceAll("\\s*\\n\\s*@?", " "));
        Matcher range = RANGE.matcher(plain.strip().replaceAll("\\s+", " "));
        if (!range.matches() || mentions(range.group(2), range.group(1))) {
            throw new Untranslatable("not a sum from 0 on: " + plain);
        }
        Term term = new Term(range.group(1));
        term.read(range.group(3).strip());
        functions.putIfAbsent(term.text.toString(), term.types);
        List<String> arguments = new ArrayList<>(List.of(range.group(2)));
        arguments.addAll(term.arguments);
        return CLASS + "." + name(term.text.toString()) + "(" + String.join(", ", arguments) + ")";
    }

    private String name(String term) {
        return "sum" + List.copyOf(functions.keySet()).indexOf(term);
    }

    /** The functions, each with its definition if they are to be shown. */
    String source(String packageLine, boolean shown) {
        StringBuilder source =
                new StringBuilder(packageLine + "\nfinal class " + CLASS + " {\n    private " + CLASS + "() {}\n");
        functions.forEach((term, types) -> {
            List<String> names = new ArrayList<>();
            List<String> parameters = new ArrayList<>(List.of("\\bigint n"));
            for (int k = 0; k < types.size(); k++) {
                names.add("p" + k);
                parameters.add(types.get(k) + " p" + k);
            }
            String before = name(term) + "(n - 1" + (names.isEmpty() ? "" : ", ") + String.join(", ", names) + ")";
            String definition =
                    "ensures \\result == (n <= 0 ? 0 : %s + (%s)); ".formatted(before, term.replace("#", "(n - 1)"));
            source.append(
                    "    /*@ public normal_behavior requires true; %spure model public static \\bigint %s(%s); @*/\n"
                            .formatted(shown ? definition : "", name(term), String.join(", ", parameters)));
        });
        return source.append("}\n").toString();
    }

    private static boolean mentions(String text, String name) {
        return text.matches("(?s).*(?<![\\w.])" + name + "\\b.*");
    }

    /** A sum's term: its text in terms of # and the parameters p0, p1, …, and what they are here. */
    private final class Term {

        private final String variable;
        private final StringBuilder text = new StringBuilder();
        private final List<String> types = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();

        private Term(String variable) {
            this.variable = variable;
        }

        private void read(String body) {
            int i = 0;
            while (i < body.length()) {
                Matcher name = NAME.matcher(body).region(i, body.length());
                if (!name.lookingAt()) {
                    if (body.charAt(i) == '\\') {
                        throw new Untranslatable("in a sum: " + body);
                    }
                    text.append(body.charAt(i++));
                    continue;
                }
                i = name.end();
                char next = i < body.length() ? body.charAt(i) : ' ';
                if (next == '[') {
                    int end = Dialect.closing(body, i);
                    text.append(Total.CLASS + ".entry(" + parameter("long[]", name.group()) + ", ");
                    linear(body.substring(i + 1, end), ", ", ", ");
                    text.append(")");
                    i = end + 1;
                } else if (next == '(') {
                    int end = Dialect.closing(body, i);
                    inner(name.group(), Dialect.split(body.substring(i + 1, end)));
                    i = end + 1;
                } else if (name.group().matches("\\d+")) {
                    text.append(name.group());
                } else {
                    text.append(name.group().equals(variable) ? "#" : parameter("\\bigint", name.group()));
                }
            }
        }

        /** A sum within the term. */
        private void inner(String name, List<String> given) {
            if (!name.startsWith(CLASS + ".sum")) {
                throw new Untranslatable("a call in a sum: " + name);
            }
            String number = name.substring(CLASS.length() + 4);
            List<String> types = List.copyOf(functions.values()).get(Integer.parseInt(number));
            text.append(name).append("(");
            for (int k = 0; k < given.size(); k++) {
                text.append(k == 0 ? "" : ", ");
                if (k > 0 && types.get(k - 1).endsWith("]")) {
                    text.append(parameter(types.get(k - 1), given.get(k)));
                } else {
                    linear(given.get(k), " + ", " * ");
                }
            }
            text.append(")");
        }

        /** start + i·stride, with these signs. */
        private void linear(String index, String plus, String times) {
            List<String> start = new ArrayList<>();
            String stride = null;
            for (String summand : Total.summands(index)) {
                if (!mentions(summand, variable)) {
                    start.add(summand);
                    continue;
                }
                Matcher product = Pattern.compile(variable + "(?: \\* (\\w+))?").matcher(summand);
                if (stride != null || !product.matches() || variable.equals(product.group(1))) {
                    throw new Untranslatable("not linear in " + variable + ": " + index);
                }
                stride = product.group(1) == null ? "1" : product.group(1);
            }
            String from = start.isEmpty() ? "0" : String.join(" + ", start);
            text.append(parameter("\\bigint", from));
            if (stride != null) {
                text.append(plus + "#" + times).append(parameter("\\bigint", stride));
            }
        }

        private String parameter(String type, String argument) {
            types.add(type);
            arguments.add(argument);
            return "p" + (types.size() - 1);
        }
    }
}
