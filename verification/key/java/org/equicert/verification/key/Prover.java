package org.equicert.verification.key;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.java.abstraction.KeYJavaType;
import de.uka.ilkd.key.logic.op.IObserverFunction;
import de.uka.ilkd.key.logic.op.IProgramMethod;
import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.settings.ChoiceSettings;
import de.uka.ilkd.key.settings.ProofSettings;
import de.uka.ilkd.key.speclang.Contract;
import de.uka.ilkd.key.strategy.StrategyProperties;
import de.uka.ilkd.key.util.KeYTypeUtil;
import de.uka.ilkd.key.util.MiscTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** KeY without its user interface: one source directory, loaded with sound options, whose contracts can be tried. */
final class Prover implements AutoCloseable {

    static final String NAME = "KeY 2.12.3";

    private final KeYEnvironment<DefaultUserInterfaceControl> environment;
    private final Map<String, Contract> contracts;
    private final List<String> methodsWithoutContract;

    private Prover(KeYEnvironment<DefaultUserInterfaceControl> environment) throws Unusable {
        this.environment = environment;
        this.methodsWithoutContract = new ArrayList<>();
        this.contracts = collect();
    }

    /** Loads a directory; {@code Unusable} carries KeY's own message, with file and line. */
    static Prover load(Path sources, Settings settings) throws Unusable {
        CompletableFuture<Prover> loading = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                loading.complete(loadNow(sources, settings));
            } catch (Exception | LinkageError e) {
                loading.completeExceptionally(e);
            }
        });
        try {
            return loading.get(settings.loadSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Unusable("the prover did not finish loading within " + settings.loadSeconds() + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new Unusable(
                    cause instanceof Unusable
                            ? cause.getMessage()
                            : "the prover rejects " + Rejection.of(cause, sources),
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("interrupted", e);
        }
    }

    private static Prover loadNow(Path sources, Settings settings) throws Exception {
        if (!ProofSettings.isChoiceSettingInitialised()) {
            announceOptions();
        }
        ChoiceSettings choices = ProofSettings.DEFAULT_SETTINGS.getChoiceSettings();
        Map<String, String> chosen = new HashMap<>(choices.getDefaultChoices());
        chosen.putAll(MiscTools.getDefaultTacletOptions());
        settings.options().forEach((option, value) -> chosen.put(option, option + ":" + value));
        choices.setDefaultChoices(chosen);
        var environment = KeYEnvironment.load(sources.toFile(), null, null, null);
        List<String> active = new ArrayList<>();
        environment
                .getInitConfig()
                .getActivatedChoices()
                .forEach(choice -> active.add(choice.name().toString()));
        for (var option : settings.options().entrySet()) {
            if (!active.contains(option.getKey() + ":" + option.getValue())) {
                throw new Unusable(
                        "KeY runs without the option " + option + ": its proofs would not be sound for Java");
            }
        }
        return new Prover(environment);
    }

    /** The first load of a JVM only tells KeY which options there are: a class with nothing in it will do. */
    private static void announceOptions() throws Exception {
        Path folder = Files.createTempDirectory("equicert-options");
        Path file = Files.writeString(folder.resolve("Nothing.java"), "final class Nothing {}\n");
        try {
            KeYEnvironment.load(folder.toFile(), null, null, null).dispose();
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private Map<String, Contract> collect() throws Unusable {
        var repository = environment.getSpecificationRepository();
        List<Contract> all = new ArrayList<>();
        for (KeYJavaType type : environment.getJavaInfo().getAllKeYJavaTypes()) {
            if (KeYTypeUtil.isLibraryClass(type)) {
                continue;
            }
            for (IObserverFunction target : repository.getContractTargets(type)) {
                repository.getContracts(type, target).forEach(all::add);
            }
            for (IProgramMethod method : environment.getJavaInfo().getAllProgramMethodsLocallyDeclared(type)) {
                if (!method.isImplicit()
                        && !method.isConstructor()
                        && repository.getContracts(type, method).isEmpty()) {
                    methodsWithoutContract.add(type.getJavaType().getName() + "." + method.getName());
                }
            }
        }
        return Names.of(all);
    }

    /** The contracts by their human names, in order. */
    List<String> contracts() {
        return List.copyOf(contracts.keySet());
    }

    List<String> methodsWithoutContract() {
        return methodsWithoutContract;
    }

    /** Tries one contract: follows a saved proof where one is given, and else searches. */
    Outcome prove(Task task) {
        Contract contract = contracts.get(task.contract());
        if (contract == null) {
            return Outcome.failed(Ledger.Status.ERROR, 0, "the prover has no contract " + task.contract());
        }
        Proof proof;
        try {
            proof = environment.createProof(contract.createProofObl(environment.getInitConfig(), contract));
        } catch (Exception e) {
            return Outcome.failed(Ledger.Status.ERROR, 0, Rejection.firstLine(e));
        }
        try {
            configure(proof, task.strategy());
            return task.replay() == null ? search(proof, task) : replay(proof, task);
        } catch (Exception e) {
            return Outcome.failed(Ledger.Status.ERROR, 0, Rejection.firstLine(e));
        } finally {
            proof.dispose();
        }
    }

    private Outcome search(Proof proof, Task task) throws IOException {
        long start = System.nanoTime();
        environment.getUi().getProofControl().startAndWaitForAutoMode(proof);
        double seconds = (System.nanoTime() - start) / 1_000_000 / 1e3;
        if (proof.closed() && task.save() != null) {
            SavedProof.write(proof, task.save());
        }
        Ledger.Status status = proof.closed()
                ? Ledger.Status.PROVED
                : seconds >= task.strategy().seconds() ? Ledger.Status.TIMEOUT : Ledger.Status.OPEN;
        return new Outcome(status, "auto", seconds, proof.countNodes(), OpenGoals.of(proof, task.strategy()));
    }

    private static Outcome replay(Proof proof, Task task) throws Exception {
        long start = System.nanoTime();
        String stopped = SavedProof.follow(proof, task.replay());
        double seconds = (System.nanoTime() - start) / 1_000_000 / 1e3;
        return proof.closed()
                ? new Outcome(Ledger.Status.PROVED, "replay", seconds, proof.countNodes(), "")
                : Outcome.failed(
                        Ledger.Status.ERROR,
                        seconds,
                        "the saved proof " + task.replay() + " does not close this contract"
                                + (stopped.isEmpty() ? "" : ": " + stopped));
    }

    private static void configure(Proof proof, Settings.Strategy strategy) {
        var settings = proof.getSettings().getStrategySettings();
        StrategyProperties p = settings.getActiveStrategyProperties();
        p.setProperty(StrategyProperties.METHOD_OPTIONS_KEY, StrategyProperties.METHOD_CONTRACT);
        p.setProperty(StrategyProperties.LOOP_OPTIONS_KEY, StrategyProperties.LOOP_SCOPE_INV_TACLET);
        p.setProperty(StrategyProperties.DEP_OPTIONS_KEY, StrategyProperties.DEP_ON);
        p.setProperty(StrategyProperties.QUERY_OPTIONS_KEY, StrategyProperties.QUERY_OFF);
        p.setProperty(StrategyProperties.QUERYAXIOM_OPTIONS_KEY, StrategyProperties.QUERYAXIOM_ON);
        p.setProperty(StrategyProperties.NON_LIN_ARITH_OPTIONS_KEY, StrategyProperties.NON_LIN_ARITH_DEF_OPS);
        p.setProperty(StrategyProperties.QUANTIFIERS_OPTIONS_KEY, strategy.instances());
        p.setProperty(StrategyProperties.STOPMODE_OPTIONS_KEY, StrategyProperties.STOPMODE_DEFAULT);
        p.setProperty(StrategyProperties.SPLITTING_OPTIONS_KEY, strategy.splitting());
        p.setProperty(StrategyProperties.CLASS_AXIOM_OPTIONS_KEY, strategy.classAxioms());
        for (var each : List.of(settings, ProofSettings.DEFAULT_SETTINGS.getStrategySettings())) {
            each.setMaxSteps(strategy.maxSteps());
            each.setTimeout(1000L * strategy.seconds());
            each.setActiveStrategyProperties(p);
        }
        proof.setActiveStrategy(
                proof.getServices().getProfile().getDefaultStrategyFactory().create(proof, p));
    }

    @Override
    public void close() {
        environment.dispose();
    }

    /** From KeY's contract names to {@code Class.method}, {@code Class.method accessible}, {@code Class.method (model)}. */
    private static final class Names {
        static Map<String, Contract> of(List<Contract> contracts) throws Unusable {
            Map<String, Contract> named = new TreeMap<>();
            for (Contract contract : contracts) {
                if (named.put(name(contract), contract) != null) {
                    throw new Unusable("two contracts are called " + name(contract)
                            + ": settings, ledger and planted faults name contracts by their methods, so give each"
                            + " method a name of its own, and one contract");
                }
            }
            return named;
        }

        private static String name(Contract contract) {
            String type = contract.getKJT().getJavaType().getName();
            String method = contract.getTarget()
                    .name()
                    .toString()
                    .replaceFirst(".*::", "")
                    .replace("<init>", "new");
            String kind = contract.getName();
            String suffix = kind.contains("accessible clause")
                    ? " accessible"
                    : kind.contains("model_behavior") ? " model" : "";
            return type + "." + method + suffix;
        }
    }
}
