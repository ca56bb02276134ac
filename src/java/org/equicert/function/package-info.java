/** The functions and models under question, each defined once, generically over numbers. */
@NullMarked
package org.equicert.function;

import org.jspecify.annotations.NullMarked;
