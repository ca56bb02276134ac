package org.equicert.function;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue: every function that a candidate can be asked about. Each constant documents its arguments' shapes. */
public final class Functions {
    private static final List<Definition> ALL = Stream.of(
                    singly(),
                    MatrixProducts.ALL,
                    Solutions.ALL,
                    Decompositions.ALL,
                    MatrixNorms.ALL,
                    Elementwise.ALL,
                    Vectors.ALL,
                    Losses.ALL,
                    CrossEntropies.ALL,
                    Layers.ALL,
                    Convolutions.ALL,
                    Poolings.ALL,
                    Samplings.ALL,
                    Normalisations.ALL,
                    Distances.ALL,
                    Attentions.ALL,
                    DeepNetworks.ALL)
            .flatMap(List::stream)
            .toList();

    private Functions() {}

    private static List<Definition> singly() {
        return List.of(
                Products.MATMUL,
                Products.COMPOSE,
                LinearAlgebra.DET,
                LinearAlgebra.SLOGDET,
                LinearAlgebra.INV,
                LinearAlgebra.SOLVE,
                Reductions.LOG_SUM_EXP,
                Reductions.SOFTMAX,
                Reductions.VECTOR_NORM,
                Statistics.VAR,
                Statistics.LAYER_NORMALIZATION,
                Networks.TANH,
                Networks.SQUARED_LOSS,
                Networks.RELU,
                LastLayers.LINEAR,
                LastLayers.SOFTMAX_CROSS_ENTROPY);
    }

    /** Every function, in an order that stays: that of reports. */
    public static List<Definition> all() {
        return ALL;
    }

    /** The function of exactly this name. */
    public static Optional<Definition> find(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).findFirst();
    }
}
