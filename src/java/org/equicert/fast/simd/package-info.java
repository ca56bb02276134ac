/** The optimised core, vectorised with the Vector API. It shares nothing with its judge. */
@NullMarked
package org.equicert.fast.simd;

import org.jspecify.annotations.NullMarked;
