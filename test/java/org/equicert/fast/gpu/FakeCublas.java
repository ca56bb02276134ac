package org.equicert.fast.gpu;

import java.util.HashSet;
import java.util.Set;

/** A cuBLAS in Java on the memory of a fake driver: a product is what its manual says, entry by entry. */
final class FakeCublas {
    private static final int VERSION = 120_403;

    /** How many products were asked for. */
    int products;

    private final FakeCuda driver;
    private final Set<Long> handles = new HashSet<>();

    FakeCublas(FakeCuda driver) {
        this.driver = driver;
    }

    boolean isClean() {
        return handles.isEmpty();
    }

    void run(String name, Object... a) {
        switch (name) {
            case "cublasCreate_v2" -> handles.add(driver.handle(a[0]));
            case "cublasDestroy_v2" -> demand(handles.remove(FakeCuda.address(a[0])));
            case "cublasGetVersion_v2" -> FakeCuda.put(a[1], VERSION);
            case "cublasSetStream_v2" -> demand(driver.isStream(a[1]));
            case "cublasDgemmStridedBatched" -> product(Format.F64, a);
            case "cublasSgemmStridedBatched" -> product(Format.F32, a);
            default -> throw new IllegalStateException("the fake has no " + name);
        }
    }

    /** α·op(X)·op(Y) + β·C, column-major; β = 0 means that C is not read. */
    private void product(Format format, Object... a) {
        demand(handles.contains(FakeCuda.address(a[0])));
        int m = (int) a[3];
        int n = (int) a[4];
        int k = (int) a[5];
        Factor x = new Factor(driver.entries(format, a[7]), (int) a[1] == 1, (int) a[8], (long) a[9]);
        Factor y = new Factor(driver.entries(format, a[10]), (int) a[2] == 1, (int) a[11], (long) a[12]);
        double alpha = number(format, a[6]);
        double beta = number(format, a[13]);
        double[] c = driver.entries(format, a[14]);
        int leading = (int) a[15];
        demand(x.leading >= (x.transposed ? k : m) && y.leading >= (y.transposed ? n : k) && leading >= m);
        for (int l = 0; l < (int) a[17]; l++) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int p = 0; p < k; p++) {
                        sum = fma(format, x.entry(l, i, p), y.entry(l, p, j), sum);
                    }
                    int at = (int) (l * (long) a[16]) + i + j * leading;
                    c[at] = alpha * sum + (beta == 0 ? 0 : beta * c[at]);
                }
            }
        }
        driver.replace(format, a[14], c);
        products++;
    }

    private record Factor(double[] entries, boolean transposed, int leading, long apart) {
        double entry(int matrix, int row, int column) {
            return entries[(int) (matrix * apart) + (transposed ? column + row * leading : row + column * leading)];
        }
    }

    private static double fma(Format format, double x, double y, double sum) {
        return format == Format.F64 ? Math.fma(x, y, sum) : Math.fma((float) x, (float) y, (float) sum);
    }

    private static double number(Format format, Object at) {
        return format.unpack(FakeCuda.at(at).reinterpret(format.bytes()))[0];
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not what cuBLAS takes");
        }
    }
}
