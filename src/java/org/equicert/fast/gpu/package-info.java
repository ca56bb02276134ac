/**
 * The device machine: contractions, maps and systems on whatever OpenCL finds, a GPU or a CPU, called through
 * {@code java.lang.foreign}. One text of kernels serves both precisions.
 */
@NullMarked
package org.equicert.fast.gpu;

import org.jspecify.annotations.NullMarked;
