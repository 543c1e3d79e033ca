package org.jingwei;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may happen to the text of a page on its way. Of any text, also an empty one; a text grows tenfold at most. */
enum Mutation {
    /** A stretch is missing. */
    CUT {
        @Override
        String of(String text, String other, Random random) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(400));
            return text.substring(0, from) + text.substring(to);
        }
    },
    /** Only a stretch is left. */
    STRETCH {
        @Override
        String of(String text, String other, Random random) {
            int from = random.nextInt(text.length() + 1);
            return text.substring(from, Math.min(text.length(), from + 100 + random.nextInt(600)));
        }
    },
    SENTENCES_SHUFFLED {
        @Override
        String of(String text, String other, Random random) {
            return pieces(text, SENTENCE_END, sentences -> shuffled(sentences, random));
        }
    },
    PARAGRAPHS_SHUFFLED {
        @Override
        String of(String text, String other, Random random) {
            return pieces(text, LINE_END, lines -> shuffled(lines, random));
        }
    },
    /** Between two commas of any sentences. */
    CLAUSES_SHUFFLED {
        @Override
        String of(String text, String other, Random random) {
            return pieces(text, CLAUSE_END, clauses -> shuffled(clauses, random));
        }
    },
    SENTENCE_DOUBLED {
        @Override
        String of(String text, String other, Random random) {
            return pieces(text, SENTENCE_END, sentences -> {
                sentences.add(random.nextInt(sentences.size() + 1), sentences.get(random.nextInt(sentences.size())));
                return sentences;
            });
        }
    },
    /** A stretch of up to 200 characters stands there up to 9 times. */
    REPEATED {
        @Override
        String of(String text, String other, Random random) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(random.nextBoolean() ? 12 : 200));
            return text.substring(0, to) + text.substring(from, to).repeat(1 + random.nextInt(8)) + text.substring(to);
        }
    },
    CHARACTERS_EXCHANGED {
        @Override
        String of(String text, String other, Random random) {
            char[] characters = text.toCharArray();
            for (int n = random.nextInt(30); n > 0 && characters.length > 0; n--) {
                int one = random.nextInt(characters.length);
                int two = random.nextBoolean()
                        ? random.nextInt(characters.length)
                        : Math.min(one + 1, characters.length - 1);
                char held = characters[one];
                characters[one] = characters[two];
                characters[two] = held;
            }
            return new String(characters);
        }
    },
    /** Characters in place of others or between them that open, close, hide, or are half of one. */
    STRANGE_CHARACTERS {
        @Override
        String of(String text, String other, Random random) {
            var out = new StringBuilder(text);
            for (int n = random.nextInt(12); n > 0; n--) {
                int at = random.nextInt(out.length() + 1);
                int end = Math.min(out.length(), at + random.nextInt(2));
                out.replace(at, end, STRANGE.get(random.nextInt(STRANGE.size())));
            }
            return out.toString();
        }
    },
    /** In place of numbers, and between any characters. */
    DIGITS_SPLICED {
        @Override
        String of(String text, String other, Random random) {
            String spliced = NUMBER.matcher(text)
                    .replaceAll(number -> Matcher.quoteReplacement(switch (random.nextInt(6)) {
                        case 0 -> ODD.get(random.nextInt(ODD.size()));
                        case 1 -> number.group() + random.nextInt(1000);
                        case 2 -> "" + random.nextInt(40);
                        default -> number.group();
                    }));
            var out = new StringBuilder(spliced);
            for (int n = random.nextInt(6); n > 0; n--) {
                out.insert(random.nextInt(out.length() + 1), ODD.get(random.nextInt(ODD.size())));
            }
            return out.toString();
        }
    },
    /** With every other line of another page. */
    MIXED {
        @Override
        String of(String text, String other, Random random) {
            List<String> strange = Arrays.asList(LINE_END.split(other));
            return pieces(text, LINE_END, lines -> {
                var mixed = new ArrayList<String>();
                for (int n = 0; n < lines.size(); n++) {
                    mixed.add(lines.get(n));
                    if (n < strange.size() && random.nextBoolean()) {
                        mixed.add(strange.get(n));
                    }
                }
                return mixed;
            });
        }
    };

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？；\n])");
    private static final Pattern CLAUSE_END = Pattern.compile("(?<=[，、。；：])");
    private static final Pattern LINE_END = Pattern.compile("(?<=\n)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final List<String> STRANGE = List.of("\u0000", "\ufeff", "\u200b", "\u202e", "\ufffd", "\ud83d",
            "\ude00", "\ud83d\ude00", "\ud842\udfb7", "\u3000", "\u00a0", "\u2028", "〓", "？", "“", "”", "‘", "’", "「",
            "』",
            "《", "》", "（", ")", "[", "】", "<", ">", "&", "&#55357;", "&#x110000;", "</p>", "<p", "<!--", "-->",
            "<table>",
            "</td>", "<script>", "\"", "\\", "%", "\r", "\t", "\n", "，", "。", "、", "：", "；", "·", "—", "/", "*", "|",
            "{",
            "(jù)", "（shèng）", "\u0301", "㎡", "℃", "㈱", "①", "㍿", "㋀", "𠮷");

    private static final List<String> ODD = List.of("0", "00", "-1", "1e309", "99999999999999999999999999",
            "0.00000000000000000001", "1,2,3", "1.2.3", "１２３", "٣", "½", "③", "零", "〇", "两", "一百零", "万亿亿", "十十", "百分之",
            "百分之三百零",
            "2月30日", "13月45日", "0月0日", "2月29日", "99999年", "0000年", "1年13月", "9999-99-99", "31日至1日", "第0届", "零下3", "3/0",
            "1/3", "5:60", "24:61", "0%", "-0.0%", "100000000%", "3‰", "1~", "~1", "3-2", "10至1亿元", "0倍", "负百分之二", "亿元",
            "万美元",
            "Q5", "十四五", "第九十九个五年规划", "上上半年", "二〇二一年二月三十日", "去年2月29日", "个百分点", "翻了零番", "3成5", "1亿2千万3百元",
            "二三十", "几百", "数千万", "²", "¥", "$1,00", "US$", "€3", "3亿日元", "1:1.2", "+5", "−3", "0x1F", "007");

    /** @param other the text of another page */
    abstract String of(String text, String other, Random random);

    private static String pieces(String text, Pattern end, UnaryOperator<List<String>> change) {
        return String.join("", change.apply(new ArrayList<>(Arrays.asList(end.split(text)))));
    }

    private static List<String> shuffled(List<String> pieces, Random random) {
        Collections.shuffle(pieces, random);
        return pieces;
    }
}
