package org.equicert.verification.key;

import de.uka.ilkd.key.control.DefaultUserInterfaceControl;
import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.java.abstraction.KeYJavaType;
import de.uka.ilkd.key.logic.op.IObserverFunction;
import de.uka.ilkd.key.logic.op.IProgramMethod;
import de.uka.ilkd.key.pp.LogicPrinter;
import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.proof.io.ProofSaver;
import de.uka.ilkd.key.settings.ChoiceSettings;
import de.uka.ilkd.key.settings.ProofSettings;
import de.uka.ilkd.key.speclang.Contract;
import de.uka.ilkd.key.strategy.StrategyProperties;
import de.uka.ilkd.key.util.KeYTypeUtil;
import de.uka.ilkd.key.util.MiscTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** What became of one contract; {@code openGoal} is empty when it is proved. */
    record Outcome(Ledger.Status status, double seconds, int nodes, String openGoal) {
        static final Outcome NOT_RUN = new Outcome(Ledger.Status.NOT_RUN, 0, 0, "");
    }

    private final KeYEnvironment<DefaultUserInterfaceControl> environment;
    private final Map<String, Contract> contracts;
    private final List<String> methodsWithoutContract;

    private Prover(KeYEnvironment<DefaultUserInterfaceControl> environment) {
        this.environment = environment;
        this.methodsWithoutContract = new ArrayList<>();
        this.contracts = collect();
    }

    /** Loads a directory; {@code CannotLoad} carries KeY's own message. */
    static Prover load(Path sources, Settings settings) throws CannotLoad {
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
            throw new CannotLoad("the prover did not finish loading within " + settings.loadSeconds() + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new CannotLoad(
                    cause instanceof CannotLoad
                            ? cause.getMessage()
                            : "the prover rejects " + sources + ": " + firstLine(cause),
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotLoad("interrupted", e);
        }
    }

    private static Prover loadNow(Path sources, Settings settings) throws Exception {
        if (!ProofSettings.isChoiceSettingInitialised()) {
            // the first load of a JVM only tells KeY which options there are
            KeYEnvironment.load(sources.toFile(), null, null, null).dispose();
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
                throw new CannotLoad(
                        "KeY runs without the option " + option + ": its proofs would not be sound for Java", null);
            }
        }
        return new Prover(environment);
    }

    private Map<String, Contract> collect() {
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

    /** Tries one contract; where {@code saveTo} is given, a closed proof is kept there for KeY's own viewer. */
    Outcome prove(String name, Settings.Strategy strategy, Path saveTo) {
        Contract contract = contracts.get(name);
        Proof proof;
        try {
            proof = environment.createProof(contract.createProofObl(environment.getInitConfig(), contract));
        } catch (Exception e) {
            return new Outcome(Ledger.Status.ERROR, 0, 0, firstLine(e));
        }
        try {
            configure(proof, strategy);
            long start = System.nanoTime();
            environment.getUi().getProofControl().startAndWaitForAutoMode(proof);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            if (proof.closed() && saveTo != null) {
                save(proof, saveTo.resolve(name.replace(' ', '-') + ".proof"));
            }
            Ledger.Status status = proof.closed()
                    ? Ledger.Status.PROVED
                    : taken.toSeconds() >= strategy.seconds() ? Ledger.Status.TIMEOUT : Ledger.Status.OPEN;
            return new Outcome(status, taken.toMillis() / 1000.0, proof.countNodes(), openGoal(proof));
        } finally {
            proof.dispose();
        }
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
        p.setProperty(
                StrategyProperties.QUANTIFIERS_OPTIONS_KEY, StrategyProperties.QUANTIFIERS_NON_SPLITTING_WITH_PROGS);
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

    private static String openGoal(Proof proof) {
        if (proof.closed()) {
            return "";
        }
        var goals = proof.openGoals();
        return goals.size() + " open goals, the first:\n"
                + LogicPrinter.quickPrintSequent(goals.head().sequent(), proof.getServices());
    }

    private static void save(Proof proof, Path file) {
        try {
            Files.createDirectories(file.getParent());
            new ProofSaver(proof, file.toFile()).save();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        environment.dispose();
    }

    private static String firstLine(Throwable e) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = e; t != null; t = t.getCause()) {
            all.append(all.isEmpty() ? "" : " / ")
                    .append(String.valueOf(t.getMessage()).lines().findFirst().orElse(""));
        }
        return all.toString();
    }

    /** KeY could not load the sources, or not soundly. */
    static final class CannotLoad extends Exception {
        private static final long serialVersionUID = 1;

        CannotLoad(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** From KeY's contract names to {@code Class.method}, {@code Class.method accessible}, {@code Class.method (model)}. */
    private static final class Names {
        static Map<String, Contract> of(List<Contract> contracts) {
            Map<String, Contract> named = new TreeMap<>();
            contracts.sort(java.util.Comparator.comparing(Contract::getName));
            for (Contract contract : contracts) {
                String name = name(contract);
                String unique = name;
                for (int i = 2; named.containsKey(unique); i++) {
                    unique = name + " #" + i;
                }
                named.put(unique, contract);
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
