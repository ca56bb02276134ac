/**
 * φ and ψ, the characteristic direction K and output Z derived from them, and the identities of T.Thm1; the discrete
 * symmetries of T.Thm2.
 */
@NullMarked
package org.equicert.equivariance;

import org.jspecify.annotations.NullMarked;
