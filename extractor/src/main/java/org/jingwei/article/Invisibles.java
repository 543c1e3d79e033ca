package org.jingwei.article;

/** Characters that a reader does not see, and halves of a character that miss their other half. */
final class Invisibles {
    private Invisibles() {}

    /** The line without them. */
    static MappedText repair(MappedText line, Changes changes) {
        String text = line.toString();
        MappedText.Builder out = null;
        int done = 0;
        for (int i = 0; i < text.length();) {
            int to = i + 1;
            boolean drop;
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                int character = text.codePointAt(i);
                to = i + Character.charCount(character);
                drop = to == i + 1 || Characters.isInvisible(character);
            } else {
                drop = Characters.isInvisible(c);
            }
            if (drop) {
                out = out == null ? new MappedText.Builder(text.length()) : out;
                out.add(line, done, i);
                changes.note(Repair.Kind.INVISIBLE, line, i, to, "");
                done = to;
            }
            i = to;
        }
        return out == null ? line : out.add(line, done, text.length()).build();
    }
}
