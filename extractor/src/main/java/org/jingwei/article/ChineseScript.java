package org.jingwei.article;

/** What the article room asks of a Chinese language library; thread-safe. */
public interface ChineseScript {

    /**
     * Traditional characters to simplified ones, words of the text kept as written. The result has one character for
     * every character of {@code text}: where a conversion would change the length, characters are converted singly.
     */
    String toSimplified(String text);

    /** The same for one character without its neighbours; halves of a surrogate pair stay. */
    char toSimplified(char character);

    /** Whether {@code letters} (a-z, with or without tone marks) is a pronunciation of {@code han}. */
    boolean isReading(int han, String letters);

    /** How often the word, in simplified characters, occurs in what the library learnt from; 0 for none it knows. */
    int frequency(String word);

    /** How often {@code next} followed {@code word}, both in simplified characters; 0 for words that it does not know. */
    int frequency(String word, String next);
}
