/**
 * The machines of the CPU: contractions and maps in double and in float, vectorised with the Vector API. Their arrays are on
 * the heap; contractions take memory segments too.
 */
@NullMarked
package org.equicert.fast.simd;

import org.jspecify.annotations.NullMarked;
