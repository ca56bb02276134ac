package org.equicert.verification.openjml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.verification.openjml.Dialect.ModelMethod;
import org.equicert.verification.openjml.Dialect.Untranslatable;

/**
 * The contracts as OpenJML can check them at run time, line by line.
 *
 * <ul>
 *   <li>A precondition, a postcondition and what is said of an exception keep their words, with {@link Expression}s that can
 *       be executed. A model method is a Java method, without checks of its own: it is what others are checked by.
 *   <li>A contract becomes private: each method checks its own, and a caller in another class not a second time (OpenJML
 *       writes every check of the callee into the caller, which soon is too large for the Java machine).
 *   <li>A method that changes nothing is {@code pure}: OpenJML otherwise keeps every parameter once more after every call.
 *   <li>A frame {@code a[i]} is left out: OpenJML fails on it.
 *   <li>What is said of a loop, and an {@code assert}, is a hint for the prover and no part of a contract.
 * </ul>
 *
 * @param classes by name, as translated
 * @param clauses how many clauses can be checked, by class
 * @param left what cannot, and why, by clause
 */
record Executable(Map<String, String> classes, Map<String, Integer> clauses, List<Left> left) {

    /** What is not checked: where, and what it would be. */
    record Left(String where, String reason) {}

    private static final Pattern CLAUSE = Pattern.compile("(?s)(\\s*)((?:(?:public|protected|private)\\s+)?"
            + "(?:(?:normal_|exceptional_)?behavior\\b)?)(\\s*)(\\w+)\\b(.*)");
    private static final Pattern METHOD = Pattern.compile(
            "(?s)\\s*((?:(?:public|protected|private|static|final)\\s+)*)[^(;{]*?(\\w+)\\s*\\(([^)]*)\\)");
    private static final Pattern EXCEPTION = Pattern.compile("(?s)\\s*(\\(\\s*\\w+\\s+\\w+\\s*\\))(.*)");
    private static final String NEW = "that an object is new, or keeps its invariant";
    private static final Pattern WRITES = Pattern.compile("\\bassignable\\b[^;]*\\[");
    private static final Pattern UNSEEN = Pattern.compile("\\\\(fresh|invariant_for)\\b");

    static Executable translate(Map<String, String> sources) {
        Map<String, ModelMethod> models = new TreeMap<>();
        sources.forEach((type, text) -> Dialect.JML.matcher(text).results().forEach(jml -> {
            String inner = Dialect.inner(jml.group());
            if (inner.contains("model_behavior")) {
                ModelMethod model = ModelMethod.parse(inner);
                models.put(type + "." + model.name(), model);
            }
        }));
        Executable all = new Executable(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        sources.forEach((type, text) -> all.new Translation(type, models).of(text));
        return all;
    }

    /** One class on its way. */
    private final class Translation {
        private final String type;
        private final Map<String, ModelMethod> models;
        private final List<String> functions = new ArrayList<>();

        Translation(String type, Map<String, ModelMethod> models) {
            this.type = type;
            this.models = models;
        }

        void of(String text) {
            clauses.put(type, 0);
            classes.put(
                    type,
                    Dialect.JML
                            .matcher(text)
                            .replaceAll(jml -> Matcher.quoteReplacement(Dialect.sameLines(
                                    jml.group(), annotation(jml.group(), text.substring(jml.end()))))));
        }

        private String annotation(String jml, String next) {
            String inner = Dialect.inner(jml);
            if (inner.contains("model_behavior")) {
                return model(ModelMethod.parse(inner));
            }
            if (inner.contains("loop_invariant") || inner.strip().matches("(?s)(accessible|assert)\\b.*")) {
                return "";
            }
            return inner.contains("behavior") ? contract(inner, next) : jml;
        }

        private String model(ModelMethod model) {
            String body = Expression.toJava(
                    model.body(), model.type(), scope(Dialect.split(model.parameters()), false, "public static"));
            return "/*@ pure skiprac @*/ public static %s %s(%s) { return %s; }"
                    .formatted(model.type(), model.name(), model.parameters(), body)
                    .replace("\\bigint", Expression.INTEGER);
        }

        private Expression.Scope scope(List<String> parameters, boolean writes, String modifiers) {
            return new Expression.Scope(
                    parameters,
                    writes,
                    name -> models.get(name.contains(".") ? name : type + "." + name),
                    modifiers,
                    functions);
        }

        private String contract(String inner, String next) {
            Matcher method = METHOD.matcher(next);
            if (!method.lookingAt()) {
                throw new Untranslatable("a contract of no method: " + inner.strip());
            }
            int before = functions.size();
            Expression.Scope scope = scope(
                    Dialect.split(method.group(3).replaceAll("\\s+", " ")),
                    WRITES.matcher(inner).find(),
                    method.group(1).contains("static") ? "public static" : "public");
            StringBuilder text = new StringBuilder();
            int start = 0;
            for (int end = semicolon(inner, 0); end >= 0; end = semicolon(inner, start)) {
                String clause = inner.substring(start, end);
                text.append(Dialect.sameLines(clause, clause(clause, method.group(2), scope)));
                start = end + 1;
            }
            boolean changesNothing = inner.matches("(?s).*assignable\\s+\\\\(strictly_)?nothing;.*")
                    && !method.group(2).equals(type);
            return String.join(" ", functions.subList(before, functions.size())) + "/*@ " + text
                    + (changesNothing ? " pure" : "") + " @*/";
        }

        private String clause(String text, String method, Expression.Scope scope) {
            Matcher clause = CLAUSE.matcher(text);
            if (!clause.matches()) {
                throw new Untranslatable("no clause: " + text.strip());
            }
            String head =
                    clause.group(1) + clause.group(2).replaceFirst("(public|protected)", "private") + clause.group(3);
            String keyword = clause.group(4);
            String said = clause.group(5);
            try {
                return switch (keyword) {
                    case "requires", "ensures" -> head + checked(keyword, "", said, method, scope);
                    case "signals" -> {
                        Matcher exception = EXCEPTION.matcher(said);
                        if (!exception.matches()) {
                            throw new Untranslatable("no exception: " + said.strip());
                        }
                        yield head + checked(keyword, exception.group(1) + " ", exception.group(2), method, scope);
                    }
                    case "assignable" -> head + frame(said, method);
                    case "accessible", "measured_by" -> head;
                    default -> head + keyword + said + ";";
                };
            } catch (Untranslatable e) {
                left.add(new Left(type + "." + method, e.getMessage()));
                return head;
            }
        }

        private String checked(String keyword, String about, String said, String method, Expression.Scope scope) {
            String expression = Expression.translate(said, "boolean", scope);
            if (UNSEEN.matcher(said).find()) {
                if (expression.matches("true( && true)*")) {
                    throw new Untranslatable(NEW);
                }
                left.add(new Left(type + "." + method, NEW));
            }
            clauses.merge(type, 1, Integer::sum);
            return keyword + " " + about + expression + ";";
        }

        private String frame(String said, String method) {
            if (said.contains("[")) {
                throw new Untranslatable("that no other array cell changes");
            }
            return method.equals(type) ? "assignable \\nothing;" : "assignable" + said.replace("strictly_", "") + ";";
        }
    }

    /** The next semicolon outside brackets; -1 if there is none. */
    private static int semicolon(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && c == ';') {
                return i;
            }
        }
        return -1;
    }
}
