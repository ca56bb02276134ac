/** Language-neutral test vectors: questions with proven enclosures of their answers, and with what known mistakes answer. */
@NullMarked
package org.equicert.vectors;

import org.jspecify.annotations.NullMarked;
