package org.equicert.verification.openjml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reading an array at any index, as KeY does: {@code Total.entry(a, i)} is a[i] if there is such an index and else unknown,
 * where OpenJML wants every index in a specification to be in range.
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

    private Total() {}

    /** The text with every a[i] as a call, save in frames. */
    static String reads(String text) {
        return reads(
                text, BOUND.matcher(text).results().map(b -> b.group(1)).collect(Collectors.toSet()));
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
            text.append(declaration(type + ", \\bigint i", "(0 <= i && i < a.length ==> \\result == a[i])"
                            + " && \\result == entry(a, 0, i)"))
                    .append(declaration(type + ", \\bigint start, \\bigint i", "\\result == entry(a, start + i)"))
                    .append(declaration(
                            type + ", \\bigint start, \\bigint i, \\bigint stride",
                            "\\result == entry(a, start + i * stride)"));
        }
        return text.append("}\n").toString();
    }

    private static String declaration(String parameters, String ensures) {
        return "    /*@ public normal_behavior requires true; ensures " + ensures
                + "; pure model public static \\bigint entry(" + parameters + "); @*/\n";
    }
}
