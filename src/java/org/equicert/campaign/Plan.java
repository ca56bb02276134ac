package org.equicert.campaign;

import java.util.List;
import org.equicert.function.Definition;
import org.equicert.oracle.Precision;

/**
 * What a campaign asks.
 *
 * @param functions of the catalogue; those that the candidate lacks are passed over
 * @param precisions those that the candidate lacks are passed over
 * @param points how many points of each function are asked, of growing size
 * @param search at how many further ones, sought where trouble is likely
 * @param seed of every random choice
 */
public record Plan(List<Definition> functions, List<Precision> precisions, int points, int search, long seed) {
    /** Without a search. */
    public Plan(List<Definition> functions, List<Precision> precisions, int points, long seed) {
        this(functions, precisions, points, 0, seed);
    }
}
