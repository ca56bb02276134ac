/**
 * The device machine: contractions, maps and systems on whatever CUDA or OpenCL finds, a GPU or a CPU, called through
 * {@code java.lang.foreign}. One text of kernels serves all formats and both drivers.
 */
@NullMarked
package org.equicert.fast.gpu;

import org.jspecify.annotations.NullMarked;
