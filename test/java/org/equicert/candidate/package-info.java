@NullMarked
package org.equicert.candidate;

import org.jspecify.annotations.NullMarked;
