/**
 * The optimised core: models as programs over whole arrays, and their derivatives as programs made from programs.
 * Everything that costs time is a {@link org.equicert.fast.Contraction} or an {@link org.equicert.fast.Elementwise} map,
 * run by a {@link org.equicert.fast.Machine}. It shares nothing with its judge: it imports nothing of the project.
 */
@NullMarked
package org.equicert.fast;

import org.jspecify.annotations.NullMarked;
