package org.jingwei.article;

import java.util.regex.Pattern;

/** Tells what is asked from what is stated. */
final class Questions {
    /** How far before its mark the wording of a question is looked for. */
    private static final int LONGEST = 24;

    /** Words that ask wherever they stand in their sentence. */
    private static final Pattern ASKS = Pattern.compile(
            "[谁誰孰怎咋啥]|什[么麼]|甚[么麼]|多少|是否|能否|可否|会否|會否|应否|應否|有无|有無|可曾|何不|难道|難道|岂|豈|究竟|莫非"
                    + "|何[时時处處地人以在故种種等方日去]|为何|為何|缘何|緣何|(?<!无论|無論|不论|不論|不管)如何"
                    + "|哪(?!怕)|(?<![近这這那前后後十好上下数數])几(?![乎十百千万萬年])|(?<![近这這那前后後十好上下数數])幾(?![乎十百千万萬年])"
                    + "|凭什|憑什|有多[大高长長久远遠快少重深强]|(?<![更很许許最])多[大高长長久远遠快](?=$|的|了)"
                    + "|是[^，,]{1,10}[，,]?[还還]是|[，,][还還]是|到底.{2}"
                    // A不A, A没A, AB不AB
                    + "|(\\p{IsHan}{1,3})[不没沒]\\1|(\\p{IsHan})[不没沒]\\2");

    /** Words that ask where they end a sentence. */
    private static final Pattern ENDS = Pattern.compile(
            "(?:[吗呢啊呀嘛嗎哇]|(?<![酒网網茶])吧|(?<![那这這多])[么麼]|[没沒]有|[了过過完好成到][没沒]|[了好行成够知]不|与否|與否"
                    + "|(?<!任)何|不成|对不|真的|几[个個家次年天成倍]?)[”’》）)\"]*$");

    private Questions() {}

    /** Whether the sentence before {@code mark} is a question. */
    static boolean endsIn(String text, int mark) {
        int from = mark;
        while (from > 0 && mark - from < LONGEST && "。！？!?；;\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        String asked = text.substring(from, mark);
        return ASKS.matcher(asked).find() || ENDS.matcher(asked).find();
    }
}
