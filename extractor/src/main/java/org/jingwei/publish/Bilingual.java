package org.jingwei.publish;

/** A text in both languages; empty where the header gives none. */
public record Bilingual(String en, String zh) {

    /** In this language, or in the other where this one is not given. */
    public String in(Language language) {
        return switch (language) {
            case EN -> en.isEmpty() ? zh : en;
            case ZH -> zh.isEmpty() ? en : zh;
        };
    }

    /** Both, one a line. */
    public String both() {
        return en.isEmpty() || zh.isEmpty() ? en + zh : en + "\n" + zh;
    }
}
