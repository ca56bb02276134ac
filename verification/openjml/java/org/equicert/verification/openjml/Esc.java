package org.equicert.verification.openjml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.verification.openjml.Installation.Absent;
import org.equicert.verification.openjml.Installation.Run;

/**
 * OpenJML's extended static checking of some methods of a class, and what its output is worth.
 *
 * <p>It exits with 0 also where it found nothing to prove, so a proof is an exit code that allows one <em>and</em> a
 * line "Completed proof of … - no warnings" for each method of the name, with nothing "not implemented" about it.
 *
 * @param sources the translated sources' root
 * @param packageName of the classes there
 * @param startup seconds until the first proof begins
 * @param seconds for one method; OpenJML is told, and stopped if it does not listen
 */
record Esc(Installation openjml, Path sources, String packageName, int startup, int seconds) {

    private static final int VALID = 0;
    private static final int ILL_TYPED = 1;
    private static final int NOT_PROVED = 6;

    private static final Pattern COMPLETED = Pattern.compile(
            "^Completed proof of ([\\w.$]+)\\(.*\\) with prover \\S+ - (no warnings|with warnings|\\S.*?)(?: \\[([\\d.]+) secs\\])?$");
    private static final Pattern STARTING = Pattern.compile("^Starting proof of ([\\w.$]+)\\(.*\\) with prover.*$");
    private static final Pattern NOT_IMPLEMENTED = Pattern.compile("(?i)not implemented");
    private static final Pattern NO_SOLVER = Pattern.compile(
            "executable for prover .* is not specified|(?i)no such file or directory|" + "executable does not exist");
    private static final Pattern SOLVER_DIED =
            Pattern.compile("(?i)failed to start|stream closed|broken pipe|aborted proof: \"(?!timeout)");

    /** A verdict for each of these contracts of one class. */
    Map<Contract, Verdict> prove(String type, List<Contract> contracts) throws Absent, InterruptedException {
        Map<Contract, Verdict> verdicts = new LinkedHashMap<>();
        List<Contract> rest = new ArrayList<>(contracts);
        while (!rest.isEmpty()) {
            Run run = openjml.run(arguments(type, rest), sources, startup + seconds * rest.size());
            Map<Contract, Verdict> some = judge(run, type, rest);
            verdicts.putAll(some);
            rest.removeAll(some.keySet());
        }
        return verdicts;
    }

    private List<String> arguments(String type, List<Contract> contracts) {
        String methods =
                String.join(",", contracts.stream().map(c -> name(type, c)).toList());
        return List.of(
                "--esc",
                "--progress",
                "--show-not-implemented",
                "--timeout=" + seconds * 1000,
                "--method",
                methods,
                "-sourcepath",
                sources.toString(),
                sources.resolve(packageName.replace('.', '/'))
                        .resolve(type + ".java")
                        .toString());
    }

    private String name(String type, Contract contract) {
        return packageName + "." + type + "." + contract.method();
    }

    /**
     * What a run says of these contracts. A run that had to be stopped says nothing of those that it did not come to; any
     * other run gives every contract a verdict.
     */
    Map<Contract, Verdict> judge(Run run, String type, List<Contract> contracts) {
        Map<Contract, Verdict> verdicts = new LinkedHashMap<>();
        boolean believed = run.exit() == VALID || run.exit() == NOT_PROVED || run.stopped();
        if (!believed) {
            contracts.forEach(c -> verdicts.put(c, failure(run)));
            return verdicts;
        }
        Map<String, List<Proof>> proofs = proofs(run.output());
        for (Contract contract : contracts) {
            List<Proof> own = proofs.getOrDefault(name(type, contract), List.of());
            if (!own.isEmpty() || !run.stopped()) {
                verdicts.put(contract, verdict(own, run));
            }
        }
        if (verdicts.isEmpty()) { // stopped before it began
            contracts.forEach(
                    c -> verdicts.put(c, new Verdict(Status.TIMEOUT, "no proof was begun in time", run.seconds())));
        }
        return verdicts;
    }

    /** One method's part of the output; {@code result} is empty if the proof was not completed. */
    private record Proof(String result, String text, double seconds) {}

    private static Map<String, List<Proof>> proofs(String output) {
        Map<String, List<Proof>> proofs = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        String begun = null;
        for (String line : output.lines().toList()) {
            Matcher starting = STARTING.matcher(line);
            Matcher completed = COMPLETED.matcher(line);
            if (starting.matches()) {
                begun = starting.group(1);
                text.setLength(0);
            } else if (completed.matches() && completed.group(1).equals(begun)) {
                double seconds = completed.group(3) == null ? 0 : Double.parseDouble(completed.group(3));
                proofs.computeIfAbsent(begun, b -> new ArrayList<>())
                        .add(new Proof(completed.group(2), text.toString(), seconds));
                begun = null;
            } else {
                text.append(line).append('\n');
            }
        }
        if (begun != null) {
            proofs.computeIfAbsent(begun, b -> new ArrayList<>()).add(new Proof("", text.toString(), 0));
        }
        return proofs;
    }

    private Verdict verdict(List<Proof> proofs, Run run) {
        double cost = proofs.stream().mapToDouble(Proof::seconds).sum();
        for (Proof proof : proofs) {
            if (proof.result.isEmpty()) {
                return run.stopped()
                        ? new Verdict(
                                Status.TIMEOUT, "stopped after " + Math.round(run.seconds()) + " s", run.seconds())
                        : new Verdict(Status.KILLED, "the proof was not completed", cost);
            }
            if (NOT_IMPLEMENTED.matcher(proof.text).find()) {
                return new Verdict(Status.NOT_EXPRESSIBLE, first(proof.text, NOT_IMPLEMENTED.pattern()), cost);
            }
            if (!proof.result.equals("no warnings")) {
                boolean late = proof.text.contains("Validity is unknown");
                return late
                        ? new Verdict(Status.TIMEOUT, "the solver's limit of " + seconds + " s", cost)
                        : new Verdict(Status.OPEN, first(proof.text, "verify: |error: |warning: "), cost);
            }
        }
        if (proofs.size() != 1) {
            return new Verdict(Status.ERROR, proofs.size() + " completed proof(s), 1 expected", cost);
        }
        return new Verdict(Status.PROVED, "", cost);
    }

    /** A run in which nothing is believed. */
    private Verdict failure(Run run) {
        String output = run.output();
        if (NO_SOLVER.matcher(output).find()) {
            return Verdict.of(Status.NO_SOLVER, first(output, NO_SOLVER.pattern()));
        }
        if (run.exit() > 128 || SOLVER_DIED.matcher(output).find()) {
            return Verdict.of(
                    Status.KILLED,
                    run.exit() > 128
                            ? "openjml was ended by signal " + (run.exit() - 128)
                            : first(output, SOLVER_DIED.pattern()));
        }
        return run.exit() == ILL_TYPED
                ? Verdict.of(Status.TYPE_ERROR, first(output, "error: "))
                : Verdict.of(Status.ERROR, "exit code " + run.exit() + ": " + first(output, "error: |\\S"));
    }

    /** The first line that has this in it, without the path before it. */
    private String first(String text, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        String line =
                text.lines().filter(l -> wanted.matcher(l).find()).findFirst().orElse("no message");
        return line.replace(sources + "/", "")
                .replace(packageName.replace('.', '/') + "/", "")
                .strip();
    }
}
