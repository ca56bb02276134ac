/*
 * The kernels of the device machine. The text is OpenCL C; with the other branch of the macros it is CUDA C++.
 * REAL is the type of the entries. WIDE is the type that functions are evaluated in before they are rounded to REAL:
 * double where the device has it. Kernels.java defines these, and ITEMS, SIDE, TILE and AXES.
 */
#ifdef __OPENCL_VERSION__
#pragma OPENCL FP_CONTRACT OFF
#define KERNEL __kernel
#define DEVICE
#define GLOBAL __global
#define LOCAL __local
#define GROUP ((unsigned) get_group_id(0))
#define ITEM ((unsigned) get_local_id(0))
#define BARRIER barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)
#define BITS(X) as_uint((float) (X))
#define FLOAT(BITS) as_float(BITS)
#else
#define KERNEL extern "C" __global__
#define DEVICE __device__
#define GLOBAL
#define LOCAL __shared__
#define GROUP blockIdx.x
#define ITEM threadIdx.x
#define BARRIER __syncthreads()
#define BITS(X) __float_as_uint((float) (X))
#define FLOAT(BITS) __uint_as_float(BITS)
#endif

/* Groups have ITEMS items, those of the tiled product SIDE·SIDE. */
#define SELF (GROUP * ITEMS + ITEM)

/* ---- contractions: c[γ(i)] (+)= Σ a[α(i)]·b[β(i)] ---- */

/* The axes of a contraction: batches, rows, columns, then those summed over. The words are written by LoopNest. */
typedef struct {
    unsigned extent[AXES];
    unsigned a[AXES];
    unsigned b[AXES];
    unsigned c[AXES];
    /* where the axes of each kind end */
    unsigned batchAxes, rowAxes, columnAxes, sumAxes;
    /* how many values all axes of a kind take together */
    unsigned batches, rows, columns, sums;
    /* where it begins in a, b and c, and whether it adds to what c holds */
    unsigned atA, atB, atC, adds;
    /* how many of a factor's last bits are rounded away; 0 where REAL is double */
    unsigned cut;
} Nest;

typedef struct {
    unsigned a, b, c;
} Offsets;

/* The offsets of the i-th value of the axes from one up to another; the last varies fastest. */
DEVICE Offsets offsets(const Nest *nest, unsigned from, unsigned to, unsigned i) {
    Offsets at = {0, 0, 0};
    for (unsigned x = to; x-- > from;) {
        unsigned value = i % nest->extent[x];
        i /= nest->extent[x];
        at.a += value * nest->a[x];
        at.b += value * nest->b[x];
        at.c += value * nest->c[x];
    }
    return at;
}

/* A factor as its product takes it: rounded to nearest, ties to even. */
DEVICE REAL factor(const Nest *nest, REAL x) {
    if (nest->cut == 0 || x != x) {
        return x;
    }
    unsigned bits = BITS(x);
    bits += (1u << (nest->cut - 1)) - 1 + (bits >> nest->cut & 1);
    return FLOAT(bits >> nest->cut << nest->cut);
}

/* x·y + sum, with one rounding once the factors have theirs. */
DEVICE REAL plus(const Nest *nest, REAL x, REAL y, REAL sum) {
    return fma(factor(nest, x), factor(nest, y), sum);
}

DEVICE void put(const Nest *nest, GLOBAL REAL *c, unsigned at, REAL sum) {
    GLOBAL REAL *entry = c + nest->atC + at;
    *entry = nest->adds ? *entry + sum : sum;
}

/* An item for each entry. */
KERNEL void entries(Nest nest, GLOBAL const REAL *a, GLOBAL const REAL *b, GLOBAL REAL *c) {
    unsigned i = SELF;
    if (i < nest.batches * nest.rows * nest.columns) {
        Offsets entry = offsets(&nest, 0, nest.columnAxes, i);
        REAL sum = 0;
        for (unsigned k = 0; k < nest.sums; k++) {
            Offsets term = offsets(&nest, nest.columnAxes, nest.sumAxes, k);
            sum = plus(&nest, a[nest.atA + entry.a + term.a], b[nest.atB + entry.b + term.b], sum);
        }
        put(&nest, c, entry.c, sum);
    }
}

/* A group for each entry: its items add up every ITEMS-th term, and then each other's sums in pairs. */
KERNEL void sums(Nest nest, GLOBAL const REAL *a, GLOBAL const REAL *b, GLOBAL REAL *c) {
    LOCAL REAL part[ITEMS];
    Offsets entry = offsets(&nest, 0, nest.columnAxes, GROUP);
    REAL sum = 0;
    for (unsigned k = ITEM; k < nest.sums; k += ITEMS) {
        Offsets term = offsets(&nest, nest.columnAxes, nest.sumAxes, k);
        sum = plus(&nest, a[nest.atA + entry.a + term.a], b[nest.atB + entry.b + term.b], sum);
    }
    part[ITEM] = sum;
    for (unsigned apart = ITEMS / 2; apart > 0; apart /= 2) {
        BARRIER;
        if (ITEM < apart) {
            part[ITEM] += part[ITEM + apart];
        }
    }
    if (ITEM == 0) {
        put(&nest, c, entry.c, part[0]);
    }
}

/* A group for each tile of TILE·TILE entries, in slices of DEPTH terms that pass through local memory. An item holds
   EACH·EACH sums, SIDE apart. What lies beyond the matrices' ends is 0 in local memory and not written. */
#define DEPTH 16
#define EACH (TILE / SIDE)

KERNEL void product(Nest nest, GLOBAL const REAL *a, GLOBAL const REAL *b, GLOBAL REAL *c) {
    LOCAL REAL left[DEPTH][TILE];
    LOCAL REAL right[DEPTH][TILE];
    unsigned across = (nest.columns + TILE - 1) / TILE;
    unsigned down = (nest.rows + TILE - 1) / TILE;
    unsigned column = GROUP % across * TILE;
    unsigned row = GROUP / across % down * TILE;
    Offsets batch = offsets(&nest, 0, nest.batchAxes, GROUP / across / down);

    unsigned line = ITEM % TILE;
    Offsets leftLine = offsets(&nest, nest.batchAxes, nest.rowAxes, row + line);
    Offsets rightLine = offsets(&nest, nest.rowAxes, nest.columnAxes, column + line);
    REAL sum[EACH][EACH];
    for (unsigned i = 0; i < EACH; i++) {
        for (unsigned j = 0; j < EACH; j++) {
            sum[i][j] = 0;
        }
    }
    for (unsigned slice = 0; slice < nest.sums; slice += DEPTH) {
        for (unsigned d = ITEM / TILE; d < DEPTH; d += SIDE * SIDE / TILE) {
            Offsets term = offsets(&nest, nest.columnAxes, nest.sumAxes, slice + d);
            int present = slice + d < nest.sums;
            REAL x = present && row + line < nest.rows ? a[nest.atA + batch.a + leftLine.a + term.a] : (REAL) 0;
            REAL y = present && column + line < nest.columns ? b[nest.atB + batch.b + rightLine.b + term.b] : (REAL) 0;
            left[d][line] = factor(&nest, x);
            right[d][line] = factor(&nest, y);
        }
        BARRIER;
        for (unsigned d = 0; d < DEPTH; d++) {
            for (unsigned i = 0; i < EACH; i++) {
                for (unsigned j = 0; j < EACH; j++) {
                    sum[i][j] = fma(left[d][ITEM / SIDE + i * SIDE], right[d][ITEM % SIDE + j * SIDE], sum[i][j]);
                }
            }
        }
        BARRIER;
    }
    for (unsigned i = 0; i < EACH; i++) {
        for (unsigned j = 0; j < EACH; j++) {
            unsigned r = row + ITEM / SIDE + i * SIDE;
            unsigned s = column + ITEM % SIDE + j * SIDE;
            if (r < nest.rows && s < nest.columns) {
                Offsets inRow = offsets(&nest, nest.batchAxes, nest.rowAxes, r);
                Offsets inColumn = offsets(&nest, nest.rowAxes, nest.columnAxes, s);
                put(&nest, c, batch.c + inRow.c + inColumn.c, sum[i][j]);
            }
        }
    }
}

/* ---- entry by entry ---- */

KERNEL void fill(unsigned n, REAL entry, GLOBAL REAL *out) {
    unsigned i = SELF;
    if (i < n) {
        out[i] = entry;
    }
}

KERNEL void add(unsigned n, GLOBAL const REAL *x, GLOBAL const REAL *y, GLOBAL REAL *out) {
    unsigned i = SELF;
    if (i < n) {
        out[i] = x[i] + y[i];
    }
}

KERNEL void scale(unsigned n, REAL factor, GLOBAL const REAL *x, GLOBAL REAL *out) {
    unsigned i = SELF;
    if (i < n) {
        out[i] = factor * x[i];
    }
}

/* A kernel for each constant of Elementwise, by its name. */
#define MAP(NAME, RESULT) \
    KERNEL void map_##NAME(unsigned n, GLOBAL const REAL *in, GLOBAL REAL *out) { \
        unsigned i = SELF; \
        if (i < n) { \
            WIDE x = in[i]; \
            out[i] = (REAL) (RESULT); \
        } \
    }

MAP(RELU, x > 0 || x != x ? x : 0)
MAP(STEP, x > 0 ? 1 : 0)
MAP(ABS, fabs(x))
MAP(SIGN, x > 0 ? 1 : x < 0 ? -1 : x)
MAP(ONE_MINUS_SQUARE, fma(-x, x, (WIDE) 1))
MAP(RECIPROCAL, 1 / x)
MAP(SQRT, sqrt(x))
MAP(EXP, exp(x))
MAP(EXPM1, expm1(x))
MAP(LOG, log(x))
MAP(LOG1P, log1p(x))
MAP(SIN, sin(x))
MAP(COS, cos(x))
MAP(TAN, tan(x))
MAP(ASIN, asin(x))
MAP(ACOS, acos(x))
MAP(ATAN, atan(x))
MAP(SINH, sinh(x))
MAP(COSH, cosh(x))
MAP(TANH, tanh(x))
MAP(SIGMOID, x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)))
MAP(SOFTPLUS, fmax(x, (WIDE) 0) + log1p(exp(-fabs(x))))

/* ---- rows ---- */

/* The larger of two numbers; one that is none wins. */
DEVICE REAL larger(REAL x, REAL y) {
    return y > x || y != y ? y : x;
}

/* A group for each row of n entries. */
KERNEL void largest(unsigned n, GLOBAL const REAL *x, GLOBAL REAL *out) {
    LOCAL REAL part[ITEMS];
    GLOBAL const REAL *row = x + (size_t) GROUP * n;
    REAL most = row[0];
    for (unsigned j = ITEM; j < n; j += ITEMS) {
        most = larger(most, row[j]);
    }
    part[ITEM] = most;
    for (unsigned apart = ITEMS / 2; apart > 0; apart /= 2) {
        BARRIER;
        if (ITEM < apart) {
            part[ITEM] = larger(part[ITEM], part[ITEM + apart]);
        }
    }
    if (ITEM == 0) {
        out[GROUP] = part[0];
    }
}

/* ---- linear systems ---- */

/*
 * A matrix of n rows as P·a = L·U, in its place, by elimination with partial pivoting, in one group. rows[i] is the row of
 * a that became row i; rows[n] is the first column without a pivot, n where every one has one.
 */
KERNEL void eliminate(unsigned n, GLOBAL REAL *lu, GLOBAL int *rows) {
    LOCAL unsigned pivot;
    for (unsigned i = ITEM; i <= n; i += ITEMS) {
        rows[i] = i;
    }
    for (unsigned k = 0; k < n; k++) {
        BARRIER;
        if (ITEM == 0) {
            unsigned best = k;
            for (unsigned i = k + 1; i < n; i++) {
                if (fabs(lu[i * n + k]) > fabs(lu[best * n + k])) {
                    best = i;
                }
            }
            if (lu[best * n + k] == 0 && rows[n] == n) {
                rows[n] = k;
            }
            int row = rows[k];
            rows[k] = rows[best];
            rows[best] = row;
            pivot = best;
        }
        BARRIER;
        for (unsigned j = ITEM; j < n; j += ITEMS) {
            REAL entry = lu[k * n + j];
            lu[k * n + j] = lu[pivot * n + j];
            lu[pivot * n + j] = entry;
        }
        BARRIER;
        for (unsigned i = k + 1 + ITEM; i < n; i += ITEMS) {
            REAL factor = lu[i * n + k] / lu[k * n + k];
            lu[i * n + k] = factor;
            for (unsigned j = k + 1; j < n; j++) {
                lu[i * n + j] = fma(-factor, lu[k * n + j], lu[i * n + j]);
            }
        }
    }
}

/* Solves a·y = b, or aᵀ·y = b, for the columns of b, of shape (·, n, m): an item for each column, of which there are
   count. z is as large as b. */
KERNEL void substitute(
    unsigned n, unsigned m, unsigned count, unsigned transposed, GLOBAL const REAL *lu, GLOBAL const int *rows,
    GLOBAL const REAL *b, GLOBAL REAL *z, GLOBAL REAL *y) {
    unsigned self = SELF;
    if (self >= count) {
        return;
    }
    unsigned o = self / m * n * m + self % m;
    for (unsigned i = 0; i < n; i++) {
        REAL sum = transposed ? b[o + i * m] : b[o + rows[i] * m];
        for (unsigned k = 0; k < i; k++) {
            sum = fma(-(transposed ? lu[k * n + i] : lu[i * n + k]), z[o + k * m], sum);
        }
        z[o + i * m] = transposed ? sum / lu[i * n + i] : sum;
    }
    for (unsigned i = n; i-- > 0;) {
        REAL sum = z[o + i * m];
        for (unsigned k = i + 1; k < n; k++) {
            sum = fma(-(transposed ? lu[k * n + i] : lu[i * n + k]), z[o + k * m], sum);
        }
        z[o + i * m] = transposed ? sum : sum / lu[i * n + i];
    }
    for (unsigned i = 0; i < n; i++) {
        y[o + (transposed ? rows[i] : i) * m] = z[o + i * m];
    }
}
