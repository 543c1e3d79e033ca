package org.jingwei.fact;

import org.jingwei.text.NameMention;

/** Whom the statistics of a clause are of, as its words say it; never leaves this room. */
sealed interface Subject {
    /** 某市外贸, 某股份净利润: a region or company by its name. */
    record Named(NameMention name) implements Subject {}

    /**
     * 该公司, 园区: one that the text has named before.
     *
     * @param name where it is named
     * @param end  where the words that stand for it here end
     */
    record Meant(NameMention name, int end) implements Subject {}

    /**
     * 某州发改委主任表示: whose office speaks.
     *
     * @param place full name
     */
    record Office(String place) implements Subject {}

    /**
     * 全市, 我省, 该县: a region by its level alone.
     *
     * @param last the character that names of this level end in
     */
    record Level(String last) implements Subject {}

    /**
     * 全国, 全球: for the rest of its sentence only.
     *
     * @param name 全国 or 全球
     */
    record Whole(String name) implements Subject {}

    /** 江苏企业半年报显示: of somebody that no name is found for. */
    record Unplaced() implements Subject {}

    /** “我们的配套率…: whomever a speaker means, who need not be the region that is spoken of. */
    record Speakers() implements Subject {}
}
