package org.jingwei.text;

import java.util.BitSet;

/**
 * The characters that a match of a regular expression can start with, read off the expression. Knows what our rules are
 * written with; where it meets anything else it answers "any character".
 */
final class FirstCharacters {
    private static final int ALL = Character.MAX_VALUE + 1;

    /** What an expression can start with, and whether it can match nothing at all. */
    private record Start(BitSet characters, boolean empty) {}

    /** Something else stands in the expression. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown() {
            super("not known here", null, false, false);
        }
    }

    private final String regex;
    private int at;

    private FirstCharacters(String regex) {
        this.regex = regex;
    }

    /** The characters; every one where nothing can be said, also when the expression matches the empty string. */
    static BitSet of(String regex) {
        try {
            FirstCharacters reader = new FirstCharacters(regex);
            Start start = reader.alternatives();
            return start.empty || reader.at < regex.length() ? any().characters : start.characters;
        } catch (Unknown unknown) {
            return any().characters;
        }
    }

    private Start alternatives() {
        BitSet characters = new BitSet();
        boolean empty = false;
        while (true) {
            Start one = sequence();
            characters.or(one.characters);
            empty |= one.empty;
            if (at >= regex.length() || regex.charAt(at) != '|') {
                return new Start(characters, empty);
            }
            at++;
        }
    }

    private Start sequence() {
        BitSet characters = new BitSet();
        boolean empty = true;
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            Start part = quantified(atom());
            if (empty) {
                characters.or(part.characters);
                empty = part.empty;
            }
        }
        return new Start(characters, empty);
    }

    private Start quantified(Start atom) {
        if (at >= regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
            return atom;
        }
        char sign = regex.charAt(at);
        boolean none = sign == '?' || sign == '*' || sign == '{' && regex.charAt(at + 1) == '0';
        at = sign == '{' ? regex.indexOf('}', at) + 1 : at + 1;
        if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return none ? new Start(atom.characters, true) : atom;
    }

    private Start atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> oneOf();
            case '\\' -> escaped();
            case '^', '$' -> nothing();
            case '.' -> any();
            default -> Character.isSurrogate(c) ? any() : only(c);
        };
    }

    private Start group() {
        boolean looks = false;
        if (regex.startsWith("?:", at)) {
            at += 2;
        } else if (regex.startsWith("?s)", at)) {
            at += 3;
            return nothing();
        } else if (regex.startsWith("?=", at) || regex.startsWith("?!", at)) {
            at += 2;
            looks = true;
        } else if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
            at += 3;
            looks = true;
        } else if (regex.startsWith("?<", at)) {
            at = regex.indexOf('>', at) + 1;
        } else if (regex.startsWith("?", at)) {
            throw new Unknown();
        }
        Start inside = alternatives();
        at++;
        return looks ? nothing() : inside;
    }

    private Start oneOf() {
        if (regex.charAt(at) == '^') {
            // In these, too, an escaped bracket does not end the class, and an open one starts a class within.
            for (at++; regex.charAt(at) != ']'; at++) {
                if (regex.charAt(at) == '[' || regex.charAt(at) == '&') {
                    throw new Unknown();
                }
                at += regex.charAt(at) == '\\' ? 1 : 0;
            }
            at++;
            return any();
        }
        BitSet characters = new BitSet();
        while (regex.charAt(at) != ']') {
            char c = regex.charAt(at++);
            if (c == '[' || c == '&' || Character.isSurrogate(c)) {
                throw new Unknown();
            }
            Start one = c == '\\' ? escaped() : only(c);
            boolean range = regex.charAt(at) == '-' && regex.charAt(at + 1) != ']';
            if (one.characters.cardinality() != 1 && (range || one.empty)) {
                throw new Unknown();
            }
            if (range) {
                at++;
                char last = regex.charAt(at++);
                Start to = last == '\\' ? escaped() : only(last);
                if (to.characters.cardinality() != 1 || Character.isSurrogate(last)) {
                    throw new Unknown();
                }
                characters.set(one.characters.nextSetBit(0), to.characters.nextSetBit(0) + 1);
            }
            characters.or(one.characters);
        }
        at++;
        return new Start(characters, false);
    }

    private Start escaped() {
        char c = regex.charAt(at++);
        if (c == 'u') {
            at += 4;
            char named = (char) Integer.parseInt(regex.substring(at - 4, at), 16);
            return Character.isSurrogate(named) ? any() : only(named);
        }
        if (c == 'd') {
            return each("0123456789");
        }
        if (c == 's') {
            return each(" \t\n\u000B\f\r");
        }
        if (c < 0x80 && Character.isLetterOrDigit(c)) {
            throw new Unknown();
        }
        return only(c);
    }

    private static Start nothing() {
        return new Start(new BitSet(), true);
    }

    private static Start only(char c) {
        return each(String.valueOf(c));
    }

    private static Start each(String some) {
        BitSet characters = new BitSet();
        some.chars().forEach(characters::set);
        return new Start(characters, false);
    }

    private static Start any() {
        BitSet characters = new BitSet();
        characters.set(0, ALL);
        return new Start(characters, false);
    }
}
