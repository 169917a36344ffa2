package sigmark.analysis.statistics;

/**
 * The distribution of the two-sided one-sample Kolmogorov–Smirnov statistic: exact by the matrix of Marsaglia, Tsang and
 * Wang (2003) near the middle, twice Smirnov's one-sided tail (1944) where the two tails do not meet, and the limiting
 * form above {@value #MOST_EXACT} values.
 */
final class KolmogorovDistribution {
    static final long MOST_EXACT = 5_000;

    private static final double TAILS_APART = 4;

    private KolmogorovDistribution() {}

    /** P(D ≥ d) for n values. */
    static double survival(long n, double d) {
        if (d <= 0.5 / n) {
            return 1;
        }
        if (d >= 1) {
            return 0;
        }
        if (n > MOST_EXACT) {
            return limit(Math.sqrt(n) * d);
        }
        return n * d * d >= TAILS_APART || d >= 0.5
                ? Math.min(1, 2 * oneSided((int) n, d))
                : Math.max(0, 1 - matrix((int) n, d));
    }

    /** Smirnov: d Σ_j C(n, j) (d + j/n)^{j−1} (1 − d − j/n)^{n−j}. */
    private static double oneSided(int n, double d) {
        double sum = 0;
        double logChoose = 0;
        for (int j = 0; j <= n; j++) {
            double rest = 1 - d - (double) j / n;
            if (rest <= 0) {
                sum += rest == 0 && j == n ? 1 : 0;
                break;
            }
            sum += Math.exp(logChoose + (j - 1) * Math.log(d + (double) j / n) + (n - j) * Math.log(rest));
            logChoose += Math.log((double) (n - j) / (j + 1));
        }
        return d * sum;
    }

    private static double limit(double t) {
        double sum = 0;
        for (int k = 100; k >= 1; k--) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * t * t);
        }
        return Math.max(0, Math.min(1, sum));
    }

    /** P(D < d) = n!/nⁿ times the middle of Hⁿ; factors taken out of the products are kept as a logarithm. */
    private static double matrix(int n, double d) {
        int k = (int) (n * d) + 1;
        double[][] power = start(2 * k - 1, k - n * d);
        double[][] result = identity(2 * k - 1);
        double powerLog = 0;
        double log = 0;
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = times(result, power);
                log += powerLog + scaled(result);
            }
            if (left > 1) {
                power = times(power, power);
                powerLog = 2 * powerLog + scaled(power);
            }
        }
        for (int i = 1; i <= n; i++) {
            log += Math.log((double) i / n);
        }
        return result[k - 1][k - 1] * Math.exp(log);
    }

    private static double[][] start(int size, double h) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= Math.min(i + 1, size - 1); j++) {
                matrix[i][j] = 1;
            }
        }
        for (int i = 0; i < size; i++) {
            matrix[i][0] -= Math.pow(h, i + 1.0);
            matrix[size - 1][i] -= Math.pow(h, (double) size - i);
        }
        matrix[size - 1][0] += 2 * h > 1 ? Math.pow(2 * h - 1, size) : 0;
        for (int i = 0; i < size; i++) {
            double factorial = 1;
            for (int j = Math.min(i, size - 1); j >= 0; j--) {
                factorial *= i - j + 1;
                matrix[i][j] /= factorial;
            }
        }
        return matrix;
    }

    private static double[][] identity(int size) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
        }
        return matrix;
    }

    private static double[][] times(double[][] a, double[][] b) {
        int size = a.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double factor = a[i][k];
                for (int j = 0; factor != 0 && j < size; j++) {
                    product[i][j] += factor * b[k][j];
                }
            }
        }
        return product;
    }

    /** Divides by the largest entry and answers its logarithm. */
    private static double scaled(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= largest;
            }
        }
        return Math.log(largest);
    }
}
