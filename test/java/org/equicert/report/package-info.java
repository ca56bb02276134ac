@NullMarked
package org.equicert.report;

import org.jspecify.annotations.NullMarked;
