/** The machines of the CPU: contractions and maps in double and in float, vectorised with the Vector API. */
@NullMarked
package org.equicert.fast.simd;

import org.jspecify.annotations.NullMarked;
