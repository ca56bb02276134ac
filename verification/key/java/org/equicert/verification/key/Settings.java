package org.equicert.verification.key;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.uka.ilkd.key.strategy.StrategyProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code verification/key/settings.json}: the prover's options and, contract by contract, how it searches.
 *
 * @param options what the proofs mean (overflow, exceptions, assertions); a change here is a change of the theorem
 * @param loadSeconds time limit for loading the sources
 * @param standard how a contract is tried unless a rule says otherwise
 * @param rules of those whose pattern matches the whole name of a contract, the first that says something of a setting
 *     decides it
 * @param notYetProved contracts that are known to stay open, each with the reason: shown as deferred, never as proved
 */
record Settings(
        Map<String, String> options,
        int loadSeconds,
        Strategy standard,
        List<Rule> rules,
        Map<String, String> notYetProved) {

    /** Only where to look and how long: nothing in here can make a false contract close. */
    record Strategy(String split, String axioms, String quantifiers, int maxSteps, int seconds) {

        String splitting() {
            return switch (split) {
                case "normal" -> StrategyProperties.SPLITTING_NORMAL;
                case "delayed" -> StrategyProperties.SPLITTING_DELAYED;
                default -> throw new IllegalArgumentException("split: normal or delayed, not " + split);
            };
        }

        String classAxioms() {
            return switch (axioms) {
                case "free" -> StrategyProperties.CLASS_AXIOM_FREE;
                case "delayed" -> StrategyProperties.CLASS_AXIOM_DELAYED;
                case "off" -> StrategyProperties.CLASS_AXIOM_OFF;
                default -> throw new IllegalArgumentException("axioms: free, delayed or off, not " + axioms);
            };
        }

        /** How instances of quantified formulas are guessed: with case distinctions once the program is run, without, or not. */
        String instances() {
            return switch (quantifiers) {
                case "free" -> StrategyProperties.QUANTIFIERS_NON_SPLITTING_WITH_PROGS;
                case "nosplit" -> StrategyProperties.QUANTIFIERS_NON_SPLITTING;
                case "off" -> StrategyProperties.QUANTIFIERS_NONE;
                default -> throw new IllegalArgumentException("quantifiers: free, nosplit or off, not " + quantifiers);
            };
        }

        /** The same search with other limits. */
        Strategy within(int steps, int limit) {
            return new Strategy(split, axioms, quantifiers, steps, limit);
        }
    }

    /** What differs from the standard for the contracts that match, and why. */
    record Rule(
            String match,
            String split,
            String axioms,
            String quantifiers,
            Integer maxSteps,
            Integer seconds,
            String why) {
        Strategy over(Strategy s) {
            return new Strategy(
                    split == null ? s.split : split,
                    axioms == null ? s.axioms : axioms,
                    quantifiers == null ? s.quantifiers : quantifiers,
                    maxSteps == null ? s.maxSteps : maxSteps,
                    seconds == null ? s.seconds : seconds);
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static Settings read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Settings.class);
    }

    Strategy strategyOf(String contract) {
        Strategy strategy = standard;
        for (Rule rule : rules.reversed()) {
            if (contract.matches(rule.match)) {
                strategy = rule.over(strategy);
            }
        }
        return strategy;
    }
}
