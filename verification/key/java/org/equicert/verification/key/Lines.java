package org.equicert.verification.key;

/** How many lines of the verified sources are Java, how many are specification, how many are prose; blank ones are none. */
record Lines(int code, int specification, int prose) {

    static Lines of(Sources sources) {
        Lines sum = new Lines(0, 0, 0);
        for (String text : sources.classes().values()) {
            int all = written(text);
            int code = written(Bans.without(text));
            int specification = written(Bans.only(text));
            sum = new Lines(sum.code + code, sum.specification + specification, sum.prose + all - code - specification);
        }
        return sum;
    }

    double ratio() {
        return code == 0 ? 0 : (double) specification / code;
    }

    private static int written(String text) {
        return (int) text.lines().filter(line -> !line.isBlank()).count();
    }

    @Override
    public String toString() {
        return "%d lines of Java, %d of specification (%.1f for each of Java), %d of prose"
                .formatted(code, specification, ratio(), prose);
    }
}
