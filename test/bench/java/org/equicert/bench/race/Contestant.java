package org.equicert.bench.race;

/** What takes part in a race, in this process or in another. */
interface Contestant {
    String name();

    /** What a call does, in a unit that all contestants of the case share. */
    double work();

    /** How many seconds so many calls take. */
    double seconds(int calls) throws Absent;

    /** What a call comes to. */
    Checksum result() throws Absent;

    /**
     * A result in two numbers: the sum of its entries, the i-th weighed with 1 + i mod 7, and the same of their absolute
     * values.
     */
    record Checksum(double sum, double magnitude) {
        /** Of a contestant that computes something else. */
        static final Checksum NONE = new Checksum(0, 0);

        static Checksum of(double... entries) {
            double sum = 0;
            double magnitude = 0;
            for (int i = 0; i < entries.length; i++) {
                double weighed = (1 + i % 7) * entries[i];
                sum += weighed;
                magnitude += Math.abs(weighed);
            }
            return new Checksum(sum, magnitude);
        }

        static Checksum of(float... entries) {
            double[] wide = new double[entries.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = entries[i];
            }
            return of(wide);
        }

        /** How far two are apart, as a share of the magnitude. */
        double apart(Checksum other) {
            double largest = Math.max(magnitude, other.magnitude);
            return largest == 0 ? 0 : Math.abs(sum - other.sum) / largest;
        }
    }

    /** It is not there, or not any more; the message says why. */
    final class Absent extends Exception {
        private static final long serialVersionUID = 1;

        Absent(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
