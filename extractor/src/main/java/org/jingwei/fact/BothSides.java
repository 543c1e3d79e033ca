package org.jingwei.fact;

import java.util.regex.Pattern;

/** 双方, 两地, 互为: what belongs to two together is a statistic of neither. */
final class BothSides {
    private static final String TIME = "(?:今年|去年|上年|全年|当年|目前|截至|至|其中|近年来|[0-9\\-—－~前首上下半一二三四季度年月日底末以来，,\\s])*";
    private static final Pattern OPENS = Pattern
            .compile("^" + TIME + "(?:双方|双边|两地|两市|两省|两县|两区|两国|两州|二地|两家|三方|[两二]者(?!合计))(?!政府|企业家)");
    private static final Pattern EACH_OTHER = Pattern.compile("互为");

    private BothSides() {}

    /** Whether a clause speaks of two sides together. */
    static boolean in(String clause) {
        return OPENS.matcher(clause).find() || EACH_OTHER.matcher(clause).find();
    }
}
