package org.equicert.bench.race;

/** The inputs of all contestants: whole numbers between −9 and 9, as {@code bench_peer.py} makes them too. */
final class Numbers {
    private Numbers() {}

    /** @param array which of a task's arrays; another one holds other numbers */
    static double[] whole(int size, int array) {
        return scaled(size, array, 1);
    }

    /** The same, divided by a power of two. */
    static double[] scaled(int size, int array, double scale) {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            long mixed = (i + 1 + 1_000_003L * array) * 2_654_435_761L & 0xffff_ffffL;
            numbers[i] = ((mixed >> 16) % 19 - 9) / scale;
        }
        return numbers;
    }
}
