package org.equicert.verification.openjml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.verification.openjml.Dialect.ModelMethod;

/**
 * Model methods by class and name. Where one is all that a quantifier says, its body can stand there instead: a solver finds
 * what it says of i by a[i], not by the predicate's name.
 */
record Predicates(Map<String, ModelMethod> models) {

    private static final Pattern QUANTIFIED =
            Pattern.compile("(\\(\\\\forall int \\w+; [^;]*; )(?:(\\w+)\\.)?(\\w+)\\(([\\w., ]*)\\)\\)");

    static Predicates of(Map<String, String> classes) {
        Map<String, ModelMethod> models = new HashMap<>();
        classes.forEach((type, text) -> Dialect.JML.matcher(text).results().forEach(jml -> {
            String inner = Dialect.inner(jml.group());
            if (inner.contains("model_behavior")) {
                ModelMethod model = ModelMethod.parse(inner);
                models.put(type + "." + model.name(), model);
            }
        }));
        return new Predicates(models);
    }

    /** A text of this class with such bodies in place of their names. */
    String unfold(String text, String type) {
        return QUANTIFIED.matcher(text).replaceAll(call -> {
            String owner = call.group(2) == null ? type : call.group(2);
            ModelMethod model = models.get(owner + "." + call.group(3));
            boolean plain = model != null && !model.body().matches(".*(\\\\|\\b" + model.name() + "\\().*");
            return Matcher.quoteReplacement(
                    plain ? call.group(1) + body(model, owner, Dialect.split(call.group(4))) + ")" : call.group());
        });
    }

    /** Its body of these arguments, as another class has to write it. */
    private static String body(ModelMethod model, String owner, List<String> arguments) {
        List<String> names = model.names();
        return Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\b(\\(|(?=\\.))?")
                .matcher(model.body())
                .replaceAll(word -> {
                    int parameter = names.indexOf(word.group(1));
                    boolean isOwn = "(".equals(word.group(2))
                            || word.group(2) == null && word.group(1).matches("[A-Z]+");
                    return Matcher.quoteReplacement(
                            parameter >= 0
                                    ? arguments.get(parameter)
                                    : isOwn ? owner + "." + word.group() : word.group());
                });
    }
}
