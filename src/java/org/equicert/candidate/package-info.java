/** What is judged: the candidate SPI, in-process candidates and processes that speak the protocol. */
@NullMarked
package org.equicert.candidate;

import org.jspecify.annotations.NullMarked;
