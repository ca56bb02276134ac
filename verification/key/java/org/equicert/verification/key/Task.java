package org.equicert.verification.key;

import java.nio.file.Path;

/**
 * A contract to be tried.
 *
 * @param replay a saved proof to follow instead of searching, or null
 * @param save where a proof that is found is kept, or null
 */
record Task(String contract, Settings.Strategy strategy, Path replay, Path save) {}
