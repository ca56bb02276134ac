package org.equicert.oracle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equicert.equivariance.Equivariance;
import org.equicert.equivariance.Equivariances;
import org.equicert.equivariance.Symmetries;
import org.equicert.function.Corroboration;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.number.Undecided;

/**
 * The judges together. A pure function of questions and answers: what it says today of a recorded exchange it says
 * tomorrow, with no candidate present.
 */
public final class Oracle {
    private final Function<String, Optional<Definition>> catalogue;
    private final Function<Definition, List<Equivariance>> equivariances;
    private final Corroborations corroborations;

    /**
     * @param catalogue finds functions by name
     * @param equivariances those of a function
     * @param records what independent libraries answered for a function, by its name
     */
    public Oracle(
            Function<String, Optional<Definition>> catalogue,
            Function<Definition, List<Equivariance>> equivariances,
            Function<String, List<Corroboration.Record>> records) {
        this.catalogue = catalogue;
        this.equivariances = equivariances;
        this.corroborations = new Corroborations(records);
    }

    /** The oracle over the whole catalogue. */
    public static Oracle ofCatalogue() {
        return new Oracle(Functions::find, Equivariances::of, Corroboration::of);
    }

    /**
     * Judges the exchanges of one station.
     *
     * @param function the function that the station is about; exchanges about its model are evidence, not accused
     * @throws IllegalArgumentException if an exchange is about a function that the catalogue lacks
     */
    public List<Ruling> judge(String function, List<Exchange> exchanges) {
        Definition f = definition(function);
        Station station = new Station(f, catalogue, corroborations, exchanges);
        IdentityJudge identities = new IdentityJudge(f, equivariances.apply(f), Symmetries.of(f), station);
        return Stream.of(station.rulings(), byLattice(f, station), identities.rulings())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Ruling> byLattice(Definition f, Station station) {
        return station.answered().stream()
                .filter(a -> a.question().function().equals(f.name()))
                .flatMap(a -> LatticeJudge.judge(a.question(), a.output()).stream()
                        .map(j ->
                                new Ruling(a.exchange(), j, List.of(a.question().id()))))
                .toList();
    }

    /** Whether the truth alone refutes an answer. */
    public boolean refutes(Question question, Answer answer) {
        return byTruth(question, answer).filter(v -> v == Verdict.REFUTED).isPresent();
    }

    /** Whether the truth alone finds an answer explained by rounding, be it in a lower precision inside. */
    public boolean explains(Question question, Answer answer) {
        return byTruth(question, answer)
                .filter(v -> v == Verdict.CONSISTENT || v == Verdict.INACCURATE)
                .isPresent();
    }

    /**
     * Whether an answer is off, if at all, only where 0 is right, and there by no more than what roundings leave where a rule
     * divides by an argument again: so much as an entry of its units is, times u, for each rounding of the chain.
     */
    public boolean isRounding(Exchange exchange) {
        if (!(exchange.answer() instanceof Answer.Given given)) {
            return false;
        }
        Definition f = definition(exchange.question().function());
        try {
            Truth truth = new Truth(f, exchange.question());
            return NaturalScale.holdsResidue(f, exchange.question(), truth, given.output());
        } catch (Undecided e) {
            return false;
        }
    }

    private Optional<Verdict> byTruth(Question question, Answer answer) {
        if (!(answer instanceof Answer.Given given)) {
            return Optional.empty();
        }
        try {
            return Optional.of(truth(question).judge(given.output()).verdict());
        } catch (Undecided e) {
            return Optional.empty();
        }
    }

    /** What a right answer to a question looks like; empty where the truth is not known, or may accuse nobody. */
    public Optional<Expectation> expectation(Question question) {
        Optional<Definition> f = catalogue.apply(question.function()).filter(corroborations::mayAccuse);
        if (f.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Expectation.of(new Truth(f.get(), question), question.precision()));
        } catch (Undecided e) {
            return Optional.empty();
        }
    }

    /**
     * What is known of the true answer to a question.
     *
     * @throws Undecided where nothing is
     * @throws IllegalArgumentException if the catalogue lacks the function
     */
    public TrueAnswer truth(Question question) {
        return new TrueAnswer(definition(question.function()), question, corroborations);
    }

    /** How far an answer lies from the truth, at its worst entry; empty where either is not there to be measured. */
    public OptionalDouble distance(Exchange exchange) {
        if (!(exchange.answer() instanceof Answer.Given given)) {
            return OptionalDouble.empty();
        }
        try {
            Truth truth = new Truth(definition(exchange.question().function()), exchange.question());
            return TruthJudge.distance(truth, given.output());
        } catch (Undecided e) {
            return OptionalDouble.empty();
        }
    }

    private Definition definition(String function) {
        return catalogue.apply(function).orElseThrow(() -> new IllegalArgumentException("no function " + function));
    }
}
