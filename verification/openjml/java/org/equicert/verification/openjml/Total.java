package org.equicert.verification.openjml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reading an array at any index and dividing by any number, as KeY does: {@code Total.entry(a, i)} is a[i] if there is such
 * an index and else unknown, and {@code Total.quotient(x, y)} is x / y if y is not 0, where OpenJML wants every index in a
 * specification to be in range and no divisor to be 0.
 *
 * <p>An index that is a sum is given in parts, a start and what is added to it: a fact about all a[start + i] is then found
 * from such a part, which a solver does not find within the sum.
 */
final class Total {

    static final String CLASS = "Total";

    private static final Pattern READ = Pattern.compile("(?<![\\w.\\\\])[A-Za-z_]\\w*(?:\\.\\w+)*\\[");
    private static final Pattern FRAME = Pattern.compile("\\b(?:assignable|accessible)\\b[^;]*;");
    private static final Pattern BOUND = Pattern.compile("\\\\(?:forall|exists) int (\\w+);");
    private static final Pattern PRODUCT = Pattern.compile("(\\w+|\\([^()]*\\)) \\* ([\\w.]+)");

    private static final Pattern FACTOR = Pattern.compile("(?<![\\w.])\\\\?\\w+(?:\\.\\w+)*|\\(");
    private static final Pattern SIGN = Pattern.compile(" ([*/%]) (?=[\\w\\\\(])");

    private Total() {}

    /** The text with every a[i], x / y and x % y as a call, save in frames. */
    static String values(String text) {
        Set<String> bound = BOUND.matcher(text).results().map(b -> b.group(1)).collect(Collectors.toSet());
        return quotients(reads(text, bound));
    }

    private static String quotients(String text) {
        StringBuilder out = new StringBuilder();
        Matcher factor = FACTOR.matcher(text);
        Matcher sign = SIGN.matcher(text);
        int i = 0;
        while (factor.find(i)) {
            out.append(text, i, factor.start());
            i = end(text, factor);
            String product = factor(text, factor.start(), i);
            while (sign.region(i, text.length()).lookingAt()) {
                factor.region(sign.end(), text.length()).lookingAt();
                i = end(text, factor);
                String next = factor(text, sign.end(), i);
                product = switch (sign.group(1)) {
                    case "/" -> CLASS + ".quotient(" + product + ", " + next + ")";
                    case "%" -> CLASS + ".remainder(" + product + ", " + next + ")";
                    default -> product + " * " + next;
                };
            }
            out.append(product);
        }
        return out.append(text.substring(i)).toString();
    }

    /** Where a name, a call or what is in brackets ends. */
    private static int end(String text, Matcher factor) {
        int open = factor.group().equals("(") ? factor.start() : factor.end();
        return open < text.length() && text.charAt(open) == '(' ? Dialect.closing(text, open) + 1 : open;
    }

    private static String factor(String text, int from, int end) {
        int open = text.indexOf('(', from);
        return open < 0 || open >= end
                ? text.substring(from, end)
                : text.substring(from, open + 1) + quotients(text.substring(open + 1, end - 1)) + ")";
    }

    private static String reads(String text, Set<String> bound) {
        StringBuilder out = new StringBuilder();
        Matcher read = READ.matcher(text);
        Matcher frame = FRAME.matcher(text);
        int i = 0;
        while (read.find(i)) {
            if (frame.find(i) && frame.start() < read.start()) {
                out.append(text, i, frame.end());
                i = frame.end();
            } else {
                int end = Dialect.closing(text, read.end() - 1);
                out.append(text, i, read.start())
                        .append(entry(
                                text.substring(read.start(), read.end() - 1),
                                parts(reads(text.substring(read.end(), end), bound), bound)));
                i = end + 1;
            }
        }
        return out.append(text.substring(i)).toString();
    }

    static String entry(String array, String index) {
        return CLASS + ".entry(" + array + ", " + index + ")";
    }

    /** start + i as "start, i", and start + i * stride as "start, i, stride"; i is what is bound, or else comes last. */
    private static String parts(String index, Set<String> bound) {
        List<String> start = new ArrayList<>(summands(index));
        if (start.size() == 1) {
            return index;
        }
        String last = start.stream()
                .filter(s -> bound.stream().anyMatch(b -> s.matches(".*\\b" + b + "\\b.*")))
                .reduce((first, second) -> second)
                .orElse(start.getLast());
        start.remove(last);
        Matcher product = PRODUCT.matcher(last);
        return String.join(" + ", start) + ", "
                + (product.matches() ? product.group(1) + ", " + product.group(2) : last);
    }

    /** The parts between the outer plus signs; the whole, if another sign binds less than these. */
    static List<String> summands(String sum) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < sum.length(); i++) {
            char c = sum.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && !Character.isJavaIdentifierPart(c) && " .*/%+)]".indexOf(c) < 0) {
                return List.of(sum);
            }
            if (c == '+' && depth == 0) {
                parts.add(sum.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(sum.substring(from).strip());
        return parts;
    }

    /** The class that the calls are of. */
    static String source(String packageLine) {
        StringBuilder text = new StringBuilder(packageLine + "\nfinal class Total {\n    private Total() {}\n");
        for (String type : List.of("int[] a", "long[] a")) {
            text.append(declaration(
                            "entry",
                            type + ", \\bigint i",
                            "(0 <= i && i < a.length ==> \\result == a[i])" + " && \\result == entry(a, 0, i)"))
                    .append(declaration(
                            "entry", type + ", \\bigint start, \\bigint i", "\\result == entry(a, start + i)"))
                    .append(declaration(
                            "entry",
                            type + ", \\bigint start, \\bigint i, \\bigint stride",
                            "\\result == entry(a, start + i * stride)"));
        }
        text.append(declaration("quotient", "\\bigint x, \\bigint y", "y != 0 ==> \\result == x / y"))
                .append(declaration("remainder", "\\bigint x, \\bigint y", "y != 0 ==> \\result == x % y"));
        return text.append("}\n").toString();
    }

    private static String declaration(String name, String parameters, String ensures) {
        return "    /*@ public normal_behavior requires true; ensures " + ensures
                + "; pure model public static \\bigint " + name + "(" + parameters + "); @*/\n";
    }
}
