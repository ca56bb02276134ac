@NullMarked
package org.equicert.cli;

import org.jspecify.annotations.NullMarked;
