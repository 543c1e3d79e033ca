package org.jingwei.text;

/**
 * How likely each tag of each character is, over all sequences of tags that are allowed; by the forward-backward
 * algorithm. Sums and products of doubles and {@link StrictMath} only: the same on every machine.
 */
final class Lattice {
    private static final int COUNT = NameTags.COUNT;

    /** Probability of tag t at character i at {@code i * COUNT + t}. */
    double[] tags = new double[0];
    /** Expected number of times that tag b stands behind tag a, at {@code a * COUNT + b}. */
    final double[] pairs = new double[COUNT * COUNT];

    private double[] local = new double[0];
    private double[] forward = new double[0];
    private double[] backward = new double[0];
    private final double[] follow = new double[COUNT * COUNT];

    /**
     * @param scores  of tag t at character i at {@code i * COUNT + t}
     * @param weights of tag b behind tag a at {@code a * COUNT + b}
     * @param allowed for each character its allowed tags as bits; {@code null} for all
     */
    void run(float[] scores, float[] weights, int n, int[] allowed) {
        if (tags.length < n * COUNT) {
            tags = new double[n * COUNT];
            local = new double[n * COUNT];
            forward = new double[n * COUNT];
            backward = new double[n * COUNT];
        }
        for (int tag = 0; tag < COUNT; tag++) {
            for (int before : NameTags.BEFORE[tag]) {
                follow[before * COUNT + tag] = StrictMath.exp(weights[before * COUNT + tag]);
            }
        }
        for (int i = 0; i < n; i++) {
            int bits = allowed == null ? -1 : allowed[i];
            float most = Float.NEGATIVE_INFINITY;
            for (int tag = 0; tag < COUNT; tag++) {
                if ((bits >> tag & 1) != 0) {
                    most = Math.max(most, scores[i * COUNT + tag]);
                }
            }
            for (int tag = 0; tag < COUNT; tag++) {
                local[i * COUNT + tag] = (bits >> tag & 1) != 0
                        ? StrictMath.exp(scores[i * COUNT + tag] - most)
                        : 0;
            }
        }
        forward(n);
        backward(n);
        expect(n);
    }

    private void forward(int n) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int tag = 0; tag < COUNT; tag++) {
                double in = 0;
                if (i == 0) {
                    in = NameTags.opens(tag) ? follow[tag] : 0;
                } else {
                    for (int before : NameTags.BEFORE[tag]) {
                        in += forward[(i - 1) * COUNT + before] * follow[before * COUNT + tag];
                    }
                }
                forward[i * COUNT + tag] = in * local[i * COUNT + tag];
                sum += forward[i * COUNT + tag];
            }
            for (int tag = 0; tag < COUNT; tag++) {
                forward[i * COUNT + tag] /= sum;
            }
        }
    }

    private void backward(int n) {
        for (int tag = 0; tag < COUNT; tag++) {
            backward[(n - 1) * COUNT + tag] = NameTags.closes(tag) ? 1 : 0;
        }
        for (int i = n - 1; i > 0; i--) {
            double sum = 0;
            for (int before = 0; before < COUNT; before++) {
                backward[(i - 1) * COUNT + before] = 0;
            }
            for (int tag = 0; tag < COUNT; tag++) {
                double out = local[i * COUNT + tag] * backward[i * COUNT + tag];
                if (out > 0) {
                    for (int before : NameTags.BEFORE[tag]) {
                        double flow = follow[before * COUNT + tag] * out;
                        backward[(i - 1) * COUNT + before] += flow;
                        sum += flow;
                    }
                }
            }
            for (int before = 0; before < COUNT; before++) {
                backward[(i - 1) * COUNT + before] /= sum;
            }
        }
    }

    private void expect(int n) {
        java.util.Arrays.fill(pairs, 0);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int tag = 0; tag < COUNT; tag++) {
                double p = forward[i * COUNT + tag] * backward[i * COUNT + tag];
                tags[i * COUNT + tag] = p;
                sum += p;
            }
            for (int tag = 0; tag < COUNT; tag++) {
                tags[i * COUNT + tag] /= sum;
            }
            if (i == 0) {
                for (int tag = 0; tag < COUNT; tag++) {
                    pairs[tag] += tags[tag];
                }
                continue;
            }
            double all = 0;
            for (int tag = 0; tag < COUNT; tag++) {
                double out = local[i * COUNT + tag] * backward[i * COUNT + tag];
                for (int before : NameTags.BEFORE[tag]) {
                    all += forward[(i - 1) * COUNT + before] * follow[before * COUNT + tag] * out;
                }
            }
            for (int tag = 0; tag < COUNT; tag++) {
                double out = local[i * COUNT + tag] * backward[i * COUNT + tag] / all;
                for (int before : NameTags.BEFORE[tag]) {
                    pairs[before * COUNT + tag] += forward[(i - 1) * COUNT + before] * follow[before * COUNT + tag]
                            * out;
                }
            }
        }
    }
}
