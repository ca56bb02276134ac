/** The scalar algebras: what a function of the catalogue can be run over. */
@NullMarked
package org.equicert.number;

import org.jspecify.annotations.NullMarked;
