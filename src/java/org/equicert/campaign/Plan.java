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
 * @param seed of every random choice
 */
public record Plan(List<Definition> functions, List<Precision> precisions, int points, long seed) {}
