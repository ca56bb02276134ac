/**
 * The scalar algebras: what a function of the catalogue can be run over.
 *
 * <p>What each does at the edges of the doubles:
 * <ul>
 *   <li>Exact and enclosing numbers ({@link org.equicert.number.Rational}, {@link org.equicert.number.PrimeField}, {@link
 *       org.equicert.number.Ball}) are always finite: they accept every finite double exactly, subnormal ones too, take −0
 *       for 0, and refuse infinities and NaN with an {@code IllegalArgumentException}. What would leave their range, or a
 *       function's domain, is {@link org.equicert.number.Undecided}.
 *   <li>{@link org.equicert.number.Doubles}, {@link org.equicert.number.Rounding} and {@link
 *       org.equicert.number.DoubleDouble} follow IEEE 754: infinities and NaN go in and come out.
 *   <li>{@link org.equicert.number.ExactSum} adds subnormal numbers and zeros exactly, and rounds its sum to what IEEE 754
 *       makes of infinite terms.
 *   <li>{@link org.equicert.number.BallMatrix} refuses what is not finite, and is undecided where a product overflows.
 * </ul>
 */
@NullMarked
package org.equicert.number;

import org.jspecify.annotations.NullMarked;
