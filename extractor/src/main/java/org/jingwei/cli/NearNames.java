package org.jingwei.cli;

import java.util.Comparator;
import java.util.List;

/** What somebody may have meant. */
final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /** A sentence that names what is spelled much like it, with a space before it; nothing when nothing is. */
    static String hint(String wrong, List<String> names) {
        List<String> near = names.stream().filter(name -> distance(wrong, name) <= Math.max(2, name.length() / 3)
                || name.contains(wrong) && wrong.length() > 2 || wrong.contains(name) && name.length() > 2)
                .sorted(Comparator.<String>comparingInt(name -> distance(wrong, name)).thenComparing(name -> name))
                .limit(MOST).toList();
        return near.isEmpty() ? "" : " Perhaps " + String.join(" or ", near) + " is meant.";
    }

    /** How many letters must be put in, left out or changed. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
