/**
 * What {@code equicert bench} measures with. Contestants of a case run in turns, round by round, so that what disturbs the
 * machine disturbs all of them; those that JMH times run in turns too, in a fresh JVM each.
 */
@NullMarked
package org.equicert.bench.race;

import org.jspecify.annotations.NullMarked;
