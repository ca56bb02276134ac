/** Many questions: asks a candidate, hands its answers to the judges, shrinks witnesses. */
@NullMarked
package org.equicert.campaign;

import org.jspecify.annotations.NullMarked;
