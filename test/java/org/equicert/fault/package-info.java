/** Faulty implementations, made systematically, and what the judges say of them. */
@NullMarked
package org.equicert.fault;

import org.jspecify.annotations.NullMarked;
