package org.equicert.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.equivariance.Equivariance;
import org.equicert.equivariance.Equivariances;
import org.equicert.function.Functions;

/**
 * An identity for a reader who does not know it.
 *
 * @param title what it is called
 * @param text in words, and as a formula between dollars where there is one
 */
record IdentityText(String title, String text) {
    private static final Pattern STATEMENT = Pattern.compile("(T\\.[A-Za-z0-9.]+) \\((.+)\\), entry .*");

    /** The identities that need no equivariance, by how their names begin. */
    private static final List<IdentityText> FREE = List.of(
            new IdentityText(
                    "symmetry of the Hessian",
                    "Second derivatives do not depend on their order, so a Hessian is symmetric.\n\n"
                            + "$$\n\\partial_a \\partial_b L = \\partial_b \\partial_a L\n$$\n"),
            new IdentityText(
                    "agreement with",
                    "A derivative does not depend on how it is taken: forward and reverse mode, in any order, are ways to"
                            + " the same numbers.\n"),
            new IdentityText(
                    "hvp = Hessian × v",
                    "A Hessian-vector product is the Hessian times the vector.\n\n"
                            + "$$\n\\mathrm{hvp}(v) = \\nabla^2 L\\, v\n$$\n"),
            new IdentityText(
                    "adjointness of jvp and vjp",
                    "Pushing a vector forward and pulling another back are adjoint.\n\n"
                            + "$$\n\\langle \\nabla f[v], c \\rangle = \\langle v, c \\circ \\nabla f \\rangle\n$$\n"));

    /**
     * The identity that a discrepancy names; empty where it names none.
     *
     * @param statements the folder of the statements' pages
     * @param where as the identity judge says it: {@code T.Thm1.2a (homogeneity), entry [0, 0]}
     */
    static Optional<IdentityText> of(Path statements, String function, String where) {
        Matcher statement = STATEMENT.matcher(where);
        return statement.matches()
                ? Optional.of(statement(statements, function, statement.group(1), statement.group(2)))
                : FREE.stream()
                        .filter(free -> where.startsWith(free.title))
                        .map(free -> new IdentityText(where.replaceFirst(", entry .*", ""), free.text))
                        .findFirst();
    }

    /** What its page says down to its premises, and φ and ψ of the function's equivariance. */
    private static IdentityText statement(Path statements, String function, String id, String equivariance) {
        String moves = Functions.find(function).stream()
                .flatMap(f -> Equivariances.of(f).stream())
                .filter(e -> e.name().equals(equivariance))
                .map(Equivariance::text)
                .map(text -> "Here φ and ψ of f(φ(θ, λ)) = ψ(f(θ), λ) are: `" + text + "` (" + equivariance + ").\n")
                .findFirst()
                .orElse("");
        try {
            String page = Files.readString(statements.resolve(id + ".md"));
            String title = page.lines().findFirst().orElse(id).replaceFirst("^# ", "");
            String text = page.substring(page.indexOf('\n'), Math.max(page.indexOf('\n'), page.indexOf("**Premises.")));
            return new IdentityText(title, text.strip() + "\n\n" + moves);
        } catch (IOException e) { // the name is what there is
            return new IdentityText(id, moves);
        }
    }
}
