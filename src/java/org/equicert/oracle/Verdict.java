package org.equicert.oracle;

import java.util.Locale;

/** What a judge says of answers. The order is the order of gravity: of several verdicts the last one counts. */
public enum Verdict {
    /** the candidate declined */
    UNSUPPORTED,
    /** the question cannot be decided: a kink or singular point within reach, or too little power */
    UNDECIDED,
    /** equal where exactness is demanded */
    EXACT,
    /** explained by rounding: η within the budget */
    CONSISTENT,
    /** beyond the budget, but within that of a lower precision that the candidate may use inside */
    INACCURATE,
    /** the candidate crashed, hung, or answered nonsense */
    FAILED,
    /** wrong: beyond anything that rounding explains */
    REFUTED;

    /** As it is written in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The graver of two verdicts. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
