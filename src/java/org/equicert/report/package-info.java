/** Reports: what was asked, answered and judged, for people and for machines. */
@NullMarked
package org.equicert.report;

import org.jspecify.annotations.NullMarked;
