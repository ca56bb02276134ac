package org.equicert.verification.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code spec/statements.yaml}: what the papers state, in their order. */
record Catalogue(List<Statement> statements) {

    enum Kind {
        @JsonProperty("definition")
        DEFINITION,
        @JsonProperty("algebraic")
        ALGEBRAIC,
        @JsonProperty("analytic")
        ANALYTIC
    }

    /**
     * One statement.
     *
     * @param formula in LaTeX
     * @param proved of a definition or an analytic statement: the part that contracts prove; null of an algebraic one
     * @param assumed what the proved part takes for granted, {@code nothing} where it is nothing
     */
    record Statement(
            String id,
            String title,
            Kind kind,
            String text,
            String formula,
            String premises,
            String proved,
            String assumed) {

        /** The beginning of the names of its properties: {@code T_Thm1_2a}. */
        String identifier() {
            return Catalogue.identifier(id);
        }
    }

    private static final Pattern GROUP = Pattern.compile("([TE])_([A-Z][a-z]+\\d+)(_.*)?");
    private static final Pattern MENTION = Pattern.compile("\\b[TE]( §\\d+|\\.[A-Z]\\w*(\\.\\w+)?)");
    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    static Catalogue read(Path file) throws IOException, Unusable {
        try {
            return new Catalogue(YAML.readValue(file.toFile(), new TypeReference<List<Statement>>() {}));
        } catch (JsonProcessingException e) {
            throw Unusable.damaged(file, e, "");
        }
    }

    List<String> ids() {
        return statements.stream().map(Statement::id).toList();
    }

    Optional<Statement> get(String id) {
        return statements.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The statements that a text names, as they stand there: {@code T.Thm1.2a}, {@code T §2}. */
    static List<String> mentions(String text) {
        return MENTION.matcher(text).results().map(r -> r.group()).distinct().toList();
    }

    /** What a mention stands for: one statement, or all of a group ({@code T.Lem1}); empty if there is no such thing. */
    List<String> named(String mention) {
        String id = mention.replace(" §", ".S");
        return ids().contains(id)
                ? List.of(id)
                : ids().stream().filter(each -> each.startsWith(id + ".")).toList();
    }

    List<String> namedIn(String text) {
        List<String> found = new ArrayList<>();
        mentions(text).forEach(mention -> found.addAll(named(mention)));
        return found.stream().distinct().toList();
    }

    /** The statements that a property is named by: {@code T_Eq8_T_Eq9_bothHold}; none if one of them does not exist. */
    List<String> ofProperty(String name) {
        List<String> found = new ArrayList<>();
        for (String part : name.split("_(?=[TE]_[A-Z])")) {
            List<String> ids = ofPart(part);
            if (ids.isEmpty()) {
                return ids;
            }
            found.addAll(ids);
        }
        return found;
    }

    /** The statement that a name begins with, the longest if there are several; else the group that it does. */
    private List<String> ofPart(String name) {
        String longest = ids().stream()
                .filter(id -> name.startsWith(identifier(id)))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return longest.isEmpty() ? named(GROUP.matcher(name).replaceFirst("$1.$2")) : List.of(longest);
    }

    private static String identifier(String id) {
        return id.replace('.', '_');
    }
}
