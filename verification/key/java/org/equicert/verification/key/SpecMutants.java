package org.equicert.verification.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults in the contract of one method, each of which claims more than the contract: a premise left out, two arguments of a
 * conclusion's predicate exchanged, an equation off by one, an inequality made strict, the condition of an implication or
 * an exception left out, a location less that may be read.
 *
 * <p>Not tried, since they claim the same: the summands of {@code Relation.sum} and the sides of {@code Relation.equal}
 * exchanged; {@code requires true} left out.
 */
final class SpecMutants {

    /** A clause: the keyword, and where its expression stands. */
    private record Clause(String keyword, int from, int to) {}

    private static final Pattern KEYWORD = Pattern.compile("\\b(requires|ensures|signals_only|signals|accessible)\\b");
    private static final Pattern PREDICATE = Pattern.compile("\\b(\\w+)\\(");
    private static final Pattern COMPARISON = Pattern.compile("(?<= )(==|<=|<)(?= )");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\s*(null|true|false)\\b");

    private final Outline.Method method;
    private final String jml;
    private final Mutant.Collector into;

    private SpecMutants(Outline.Method method, String text, Map<String, Mutant> found) {
        this.method = method;
        this.jml = undecorated(text);
        this.into = new Mutant.Collector(found, method, text, Mutant.Kind.SPEC);
    }

    static void of(Outline.Method method, String text, Map<String, Mutant> found) {
        if (!method.contract().matches("(?s).*\\balso\\b.*")) {
            SpecMutants mutants = new SpecMutants(method, text, found);
            mutants.clauses().forEach(mutants::mutate);
        }
    }

    /** The text with the signs of JML's comments blank, so that every index stays. */
    private static String undecorated(String text) {
        return Pattern.compile("/\\*@|@?\\*/|(?m)^\\s*@|//@").matcher(text).replaceAll(r -> Lexis.blank(r.group()));
    }

    private List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        Matcher m = KEYWORD.matcher(jml);
        m.region(
                method.start(),
                method.inModel()
                        ? method.open()
                        : method.start() + method.contract().length());
        while (m.find()) {
            int end = Lexis.firstOf(jml, m.end(), ";");
            int from = m.end();
            while (Character.isWhitespace(jml.charAt(from))) {
                from++;
            }
            clauses.add(new Clause(m.group(1), from, end));
            m.region(end, m.regionEnd());
        }
        return clauses;
    }

    private void mutate(Clause clause) {
        String target = method.id() + (method.inModel() ? " model" : "");
        switch (clause.keyword) {
            case "requires" -> conjuncts(clause.from, clause.to).forEach(c -> withoutPremise(target, c));
            case "ensures" -> conjuncts(clause.from, clause.to).forEach(c -> strengthen(target, c[0], c[1]));
            case "signals" -> exceptionNever(target, clause);
            case "signals_only" -> without(target, clause, "does not throw ");
            case "accessible" -> without(method.id() + " accessible", clause, "does not read ");
            default -> throw new IllegalStateException(clause.keyword);
        }
    }

    private void withoutPremise(String target, int[] c) {
        String premise = jml.substring(c[0], c[1]);
        if (!premise.strip().equals("true")) {
            into.add(target, c[0], c[1], "true", "does not require " + Mutant.Collector.shown(premise));
        }
    }

    private void exceptionNever(String target, Clause clause) {
        int from = Lexis.matching(jml, jml.indexOf('(', clause.from)) + 1;
        String condition = jml.substring(from, clause.to);
        if (!condition.strip().equals("false")) {
            into.add(
                    target,
                    from,
                    clause.to,
                    " false",
                    "never throws, not even if " + Mutant.Collector.shown(condition));
        }
    }

    /** One item less of a list that has several. */
    private void without(String target, Clause clause, String what) {
        List<int[]> items = items(clause.from, clause.to);
        for (int i = 0; items.size() > 1 && i < items.size(); i++) {
            int from = i == 0 ? items.get(0)[0] : items.get(i - 1)[1];
            int to = i == 0 ? items.get(1)[0] : items.get(i)[1];
            into.add(
                    target,
                    from,
                    to,
                    "",
                    what + jml.substring(items.get(i)[0], items.get(i)[1]).strip());
        }
    }

    private List<int[]> items(int from, int to) {
        List<int[]> items = new ArrayList<>();
        for (int at = from; at < to; ) {
            int end = Math.min(to, Lexis.firstOf(jml, at, ","));
            int begin = at;
            while (begin < end && Character.isWhitespace(jml.charAt(begin))) {
                begin++;
            }
            items.add(new int[] {begin, end});
            at = end + 1;
        }
        return items;
    }

    /** A conjunct of a conclusion; what stands left of an implication, or in a quantifier's range, is a condition. */
    private void strengthen(String target, int from, int to) {
        int equivalence = top(from, to, "<==>");
        if (equivalence >= 0) {
            into.add(
                    target,
                    equivalence + 4,
                    to,
                    " !(" + jml.substring(equivalence + 4, to) + ")",
                    "the contrary of " + Mutant.Collector.shown(jml.substring(from, to)));
            return;
        }
        int implication = top(from, to, "==>");
        if (implication >= 0) {
            into.add(
                    target,
                    from,
                    implication + 3,
                    "",
                    "even unless " + Mutant.Collector.shown(jml.substring(from, implication)));
            strengthen(target, implication + 3, to);
            return;
        }
        String claim = jml.substring(from, to).strip();
        int open = jml.indexOf('(', from);
        boolean bracketed = claim.startsWith("(")
                && Lexis.matching(jml, open)
                        == from + jml.substring(from, to).stripTrailing().length() - 1;
        if (bracketed && !claim.startsWith("(\\")) {
            conjuncts(open + 1, Lexis.matching(jml, open)).forEach(c -> strengthen(target, c[0], c[1]));
            return;
        }
        if (bracketed && claim.startsWith("(\\forall")) {
            int body = Math.max(from, jml.lastIndexOf(';', Lexis.matching(jml, open))) + 1;
            conjuncts(body, Lexis.matching(jml, open)).forEach(c -> strengthen(target, c[0], c[1]));
            return;
        }
        comparisons(target, from, to);
        predicates(target, from, to);
    }

    private void comparisons(String target, int from, int to) {
        Matcher m = COMPARISON.matcher(jml);
        m.region(from, to);
        m.useTransparentBounds(true);
        while (m.find()) {
            String stronger = switch (m.group()) {
                case "==" -> "== 1 +";
                case "<=" -> "<";
                default -> "+ 1 <";
            };
            boolean numbers = !NOT_A_NUMBER.matcher(jml.substring(m.end(), to)).lookingAt() && top(from, to, "?") < 0;
            if (numbers && topLevel(from, m.start())) {
                String claim = jml.substring(from, m.start()) + stronger + jml.substring(m.end(), to);
                into.add(target, m.start(), m.end(), stronger, "claims " + Mutant.Collector.shown(claim));
            }
        }
    }

    private void predicates(String target, int from, int to) {
        Matcher m = PREDICATE.matcher(jml);
        m.region(from, to);
        while (m.find()) {
            List<int[]> arguments = CodeMutants.arguments(jml, m.end() - 1);
            for (int i = 0; i + 1 < arguments.size(); i++) {
                if (sameType(arguments.get(i), arguments.get(i + 1)) && !symmetric(m.group(1), i)) {
                    String first = text(arguments.get(i));
                    String second = text(arguments.get(i + 1));
                    String between =
                            jml.substring(arguments.get(i)[1], arguments.get(i + 1)[0]);
                    int close = Lexis.matching(jml, m.end() - 1) + 1;
                    String swapped = jml.substring(m.start(), arguments.get(i)[0]) + second + ", " + first
                            + jml.substring(arguments.get(i + 1)[1], close);
                    into.add(
                            target,
                            arguments.get(i)[0],
                            arguments.get(i + 1)[1],
                            second + between + first,
                            "claims " + Mutant.Collector.shown(swapped));
                }
            }
        }
    }

    private static boolean symmetric(String predicate, int first) {
        return predicate.equals("sum") && first == 1 || predicate.equals("equal") && first == 0;
    }

    /** Whether two arguments are parameters of one type: to exchange others could be no Java at all. */
    private boolean sameType(int[] one, int[] two) {
        String first = type(text(one));
        return !first.isEmpty() && first.equals(type(text(two)));
    }

    private String type(String name) {
        return method.parameters().stream()
                .filter(p -> p.endsWith(" " + name))
                .map(p -> p.substring(0, p.lastIndexOf(' ')))
                .findFirst()
                .orElse("");
    }

    private String text(int[] span) {
        return jml.substring(span[0], span[1]).strip();
    }

    /** The parts of a conjunction, or the whole where it is none. */
    private List<int[]> conjuncts(int from, int to) {
        List<int[]> parts = new ArrayList<>();
        if (top(from, to, "==>") >= 0 || top(from, to, "||") >= 0 || top(from, to, "<==>") >= 0) {
            parts.add(new int[] {from, to});
            return parts;
        }
        int begin = from;
        for (int and = top(begin, to, "&&"); and >= 0; and = top(begin, to, "&&")) {
            parts.add(new int[] {begin, and});
            begin = and + 2;
        }
        parts.add(new int[] {begin, to});
        return parts;
    }

    /** Where a sign stands outside all brackets; -1 if nowhere. The sign ==> is not found in <==>. */
    private int top(int from, int to, String sign) {
        for (int i = from; i < to; i++) {
            char c = jml.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                i = Lexis.matching(jml, i);
            } else if (jml.startsWith(sign, i) && !(sign.equals("==>") && jml.charAt(i - 1) == '<')) {
                return i;
            }
        }
        return -1;
    }

    private boolean topLevel(int from, int at) {
        int depth = 0;
        for (int i = from; i < at; i++) {
            depth += "([".indexOf(jml.charAt(i)) >= 0 ? 1 : ")]".indexOf(jml.charAt(i)) >= 0 ? -1 : 0;
        }
        return depth == 0;
    }
}
