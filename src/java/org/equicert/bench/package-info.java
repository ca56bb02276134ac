/**
 * Benchmarks: what is raced against what, with which aim, and how the result is shown. The races themselves are run by a
 * program of their own, {@code test/bench}, which has the peers on its class path.
 */
@NullMarked
package org.equicert.bench;

import org.jspecify.annotations.NullMarked;
