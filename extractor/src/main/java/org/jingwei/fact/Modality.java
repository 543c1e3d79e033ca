package org.jingwei.fact;

import java.util.regex.Pattern;

/** Whether a clause tells what is, what is planned, or what is aimed at, by the words before the place of interest. */
final class Modality {
    private static final Pattern TARGET = Pattern.compile("力争|争取|目标|有望|规划到|达产后|达产|投产后|建成后|全部投产|预计年|未来");
    private static final Pattern PLANNED = Pattern
            .compile("拟|将(?!军)|计划|预计|预期|即将|准备|筹划|估算|概算|预算|意向|有意|考虑|规划|可实现");

    private Modality() {}

    static Status of(String before) {
        if (TARGET.matcher(before).find()) {
            return Status.TARGET;
        }
        return PLANNED.matcher(before).find() ? Status.PLANNED : Status.ACTUAL;
    }
}
