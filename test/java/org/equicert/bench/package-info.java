@NullMarked
package org.equicert.bench;

import org.jspecify.annotations.NullMarked;
