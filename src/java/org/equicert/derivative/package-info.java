/** Jets over any algebra: gradients and Hessians of any catalogue function over any number. */
@NullMarked
package org.equicert.derivative;

import org.jspecify.annotations.NullMarked;
