/** Questions, answers, and the judges that turn them into verdicts. */
@NullMarked
package org.equicert.oracle;

import org.jspecify.annotations.NullMarked;
