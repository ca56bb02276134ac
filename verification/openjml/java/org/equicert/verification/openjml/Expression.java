package org.equicert.verification.openjml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.equicert.verification.openjml.Dialect.ModelMethod;
import org.equicert.verification.openjml.Dialect.Untranslatable;

/**
 * An expression of JML as OpenJML can execute it.
 *
 * <p>Arithmetic is that of {@link Whole} numbers, as it is to KeY; a value is one of those, or what Java has for it.
 * Indices and the bounds of quantifiers are {@code int} again. A sum or product over a range becomes a function of its own,
 * in Java. {@code \fresh(x)} and {@code \invariant_for(x)} are taken for true.
 */
final class Expression {

    static final String INTEGER = "Whole";

    /** Text, and whether its value is a {@link Whole} number. */
    private record Term(String text, boolean whole) {

        String asWhole() {
            return whole ? text : "Whole.of(" + text + ")";
        }

        String asInt() {
            return whole ? "Whole.index(" + text + ")" : text;
        }

        String as(String type) {
            return type.equals(INTEGER)
                    ? asWhole()
                    : type.equals("long") && whole ? "Whole.exact(" + text + ")" : asInt();
        }
    }

    /**
     * Where an expression stands.
     *
     * @param parameters of the method that it is about
     * @param writes whether that method changes an array; where not, {@code \old(x)} is x
     * @param models the model method of a name, or null
     * @param modifiers of the functions that its sums and products become
     * @param functions takes them
     */
    record Scope(
            List<String> parameters,
            boolean writes,
            Function<String, ModelMethod> models,
            String modifiers,
            List<String> functions) {}

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(<=!=>|<==>|==>|<=|>=|==|!=|&&|\\|\\||" + "[-+*/%<>!?:;,()\\[\\].]|\\\\?[A-Za-z_]\\w*|\\d+L?)");
    private static final Map<String, String> ARITHMETIC =
            Map.of("+", "plus", "-", "minus", "*", "times", "/", "quotient", "%", "remainder");

    private final List<String> tokens = new ArrayList<>();
    private final Scope scope;
    /** The type of each name. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private boolean bounds;
    private boolean java;
    private int next;

    private Expression(String text, Scope scope) {
        Matcher token = TOKEN.matcher(text.strip());
        int end = 0;
        for (; token.lookingAt(); token.region(end, token.regionEnd())) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (end != text.strip().length()) {
            throw new Untranslatable("no expression: " + text.strip().substring(end));
        }
        this.scope = scope;
        for (String parameter : scope.parameters) {
            String name = parameter.replaceAll(".*\\s", "");
            String type = parameter.substring(0, parameter.length() - name.length());
            names.put(name, type.strip().replace("\\bigint", INTEGER));
        }
    }

    /** The whole text, as a value of this type. */
    static String translate(String text, String type, Scope scope) {
        return translate(text, type, scope, false);
    }

    /** The same in plain Java, without a word of JML. */
    static String toJava(String text, String type, Scope scope) {
        return translate(text, type, scope, true);
    }

    private static String translate(String text, String type, Scope scope, boolean java) {
        Expression expression = new Expression(text, scope);
        expression.java = java;
        Term term = expression.conditional();
        if (expression.next < expression.tokens.size()) {
            throw new Untranslatable("more than an expression: " + text.strip());
        }
        return term.as(type.replace("\\bigint", INTEGER));
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private boolean take(String token) {
        boolean there = peek().equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private void demand(String token) {
        if (!take(token)) {
            throw new Untranslatable("'" + token + "' expected, not '" + peek() + "'");
        }
    }

    private Term conditional() {
        Term condition = logical(0);
        if (!take("?")) {
            return condition;
        }
        Term yes = conditional();
        demand(":");
        Term no = conditional();
        boolean whole = yes.whole || no.whole;
        return new Term(
                "(%s ? %s : %s)"
                        .formatted(condition.text, whole ? yes.asWhole() : yes.text, whole ? no.asWhole() : no.text),
                whole);
    }

    private static final List<List<String>> LOGICAL =
            List.of(List.of("<==>", "<=!=>"), List.of("==>"), List.of("||"), List.of("&&"));

    /** Operators on truth values keep their words; the weakest bind first. */
    private Term logical(int level) {
        if (level == LOGICAL.size()) {
            return comparison();
        }
        Term left = logical(level + 1);
        while (LOGICAL.get(level).contains(peek())) {
            String operator = tokens.get(next++);
            String right = logical(operator.equals("==>") ? level : level + 1).text;
            left = new Term(
                    java ? inJava(left.text, operator, right) : left.text + " " + operator + " " + right, false);
        }
        return left;
    }

    private static String inJava(String left, String operator, String right) {
        return switch (operator) {
            case "==>" -> "!(" + left + ") || (" + right + ")";
            case "<==>" -> "(" + left + ") == (" + right + ")";
            case "<=!=>" -> "(" + left + ") != (" + right + ")";
            default -> left + " " + operator + " " + right;
        };
    }

    private Term comparison() {
        Term left = sum();
        String operator = peek();
        if (!List.of("<", "<=", ">", ">=", "==", "!=").contains(operator)) {
            return left;
        }
        next++;
        Term right = sum();
        if (!left.whole && !right.whole) {
            return new Term(left.text + " " + operator + " " + right.text, false);
        }
        if (bounds) {
            return new Term(left.asInt() + " " + operator + " " + right.asInt(), false);
        }
        boolean turned = operator.equals(">") || operator.equals("<=");
        String text = "Whole." + (operator.endsWith("=") && "=!".indexOf(operator.charAt(0)) >= 0 ? "same" : "less")
                + "(" + (turned ? right : left).asWhole() + ", " + (turned ? left : right).asWhole() + ")";
        return new Term(operator.matches("!=|<=|>=") ? "!" + text : text, false);
    }

    private Term sum() {
        return arithmetic(List.of("+", "-"), () -> arithmetic(List.of("*", "/", "%"), this::unary));
    }

    private Term arithmetic(List<String> operators, Supplier<Term> operand) {
        Term left = operand.get();
        while (operators.contains(peek())) {
            String operation = ARITHMETIC.get(tokens.get(next++));
            left = new Term(
                    "Whole." + operation + "(" + left.asWhole() + ", "
                            + operand.get().asWhole() + ")",
                    true);
        }
        return left;
    }

    private Term unary() {
        if (take("!")) {
            return new Term("!" + unary().text, false);
        }
        if (take("-")) {
            return new Term("Whole.minus(Whole.of(0), " + unary().asWhole() + ")", true);
        }
        Term term = primary();
        while (true) {
            if (take(".")) {
                term = new Term(term.text + "." + tokens.get(next++), false);
            } else if (take("[")) {
                term = new Term(term.text + "[" + inside(this::conditional).asInt() + "]", false);
                demand("]");
            } else if (take("(")) {
                term = call(term.text);
            } else {
                return term;
            }
        }
    }

    /** What stands in brackets is no bound. */
    private Term inside(Supplier<Term> part) {
        boolean before = bounds;
        bounds = false;
        Term term = part.get();
        bounds = before;
        return term;
    }

    private Term primary() {
        if (take("(")) {
            if (peek().startsWith("\\")) {
                String word = tokens.get(next);
                if (List.of("\\forall", "\\exists", "\\sum", "\\product").contains(word)) {
                    next++;
                    return quantified(word);
                }
            }
            Term term = conditional();
            demand(")");
            return new Term("(" + term.text + ")", term.whole);
        }
        String word = peek();
        next++;
        return switch (word) {
            case "\\result" -> new Term(word, false);
            case "\\old" -> {
                if (scope.writes) {
                    throw new Untranslatable("what compares an array's cells with those before");
                }
                demand("(");
                Term term = inside(this::conditional);
                demand(")");
                yield new Term("(" + term.text + ")", term.whole);
            }
            case "\\fresh", "\\invariant_for" -> {
                demand("(");
                conditional();
                demand(")");
                yield new Term("true", false);
            }
            default -> {
                if (!word.matches("\\w+")) {
                    throw new Untranslatable(word + ", which OpenJML does not execute");
                }
                yield new Term(word, INTEGER.equals(names.get(word)));
            }
        };
    }

    private Term call(String method) {
        List<Term> arguments = new ArrayList<>();
        while (!take(")")) {
            arguments.add(inside(this::conditional));
            if (!peek().equals(")")) {
                demand(",");
            }
        }
        ModelMethod model = scope.models.apply(method);
        List<String> parameters = model == null ? List.of() : Dialect.split(model.parameters());
        StringBuilder text = new StringBuilder(method + "(");
        for (int i = 0; i < arguments.size(); i++) {
            String type = i < parameters.size() ? parameters.get(i).replaceAll("\\s\\w+$", "") : "int";
            text.append(i == 0 ? "" : ", ").append(arguments.get(i).as(type.replace("\\bigint", INTEGER)));
        }
        return new Term(text + ")", model != null && model.type().equals("\\bigint"));
    }

    /** From the quantifier on: int i; range; body). */
    private Term quantified(String quantifier) {
        boolean isFold = quantifier.equals("\\sum") || quantifier.equals("\\product");
        demand("int");
        String variable = tokens.get(next++);
        demand(";");
        List<String> outside = List.copyOf(names.keySet());
        String types = names.entrySet().stream()
                .map(name -> name.getValue() + " " + name.getKey() + ", ")
                .collect(Collectors.joining());
        String hidden = names.put(variable, "int");
        boolean before = bounds;
        Term result;
        if (java || isFold) {
            boolean outer = java;
            bounds = false;
            Range range = range(variable);
            java = true;
            String body = isFold ? conditional().asWhole() : conditional().text;
            java = outer;
            String loop = "Whole." + LOOPS.get(quantifier) + "(%s, %s, " + variable + " -> "
                    + range.and(quantifier, body) + ")";
            result = new Term(
                    outer ? loop.formatted(range.low, range.high) : function(types, outside, range, loop), isFold);
        } else {
            bounds = true;
            String range = logical(0).text;
            bounds = false;
            demand(";");
            result = new Term(
                    "(" + quantifier + " int " + variable + "; " + range + "; " + conditional().text + ")", false);
        }
        demand(")");
        bounds = before;
        names.remove(variable);
        if (hidden != null) {
            names.put(variable, hidden);
        }
        return result;
    }

    private static final Map<String, String> LOOPS =
            Map.of("\\forall", "all", "\\exists", "any", "\\sum", "sum", "\\product", "product");

    /** low &lt;= i &amp;&amp; i &lt; high, and what else is demanded of i. */
    private record Range(String low, String high, String rest) {

        String and(String quantifier, String body) {
            if (rest.isEmpty()) {
                return body;
            }
            if (quantifier.equals("\\forall")) {
                return "!(" + rest + ") || " + body;
            }
            if (quantifier.equals("\\exists")) {
                return "(" + rest + ") && (" + body + ")";
            }
            throw new Untranslatable("a sum over " + rest);
        }
    }

    private Range range(String variable) {
        String low = sum().asInt();
        demand("<=");
        demand(variable);
        demand("&&");
        demand(variable);
        boolean closed = take("<=");
        if (!closed) {
            demand("<");
        }
        Term end = sum();
        String high = closed ? "Whole.index(Whole.plus(" + end.asWhole() + ", Whole.of(1)))" : end.asInt();
        String rest = take("&&") ? logical(0).text : "";
        demand(";");
        return new Range(low, high, rest);
    }

    /** A sum in a contract is a function of what it may mention. */
    private String function(String types, List<String> names, Range range, String loop) {
        String name = "fold" + scope.functions.size();
        scope.functions.add("/*@ pure skiprac @*/ %s %s %s(%sint low, int high) { return %s; }"
                .formatted(scope.modifiers, INTEGER, name, types, loop.formatted("low", "high")));
        return name + "("
                + names.stream().map(argument -> argument + ", ").collect(Collectors.joining())
                + range.low + ", " + range.high + ")";
    }
}
