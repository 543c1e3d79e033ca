package org.jingwei.fact;

import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.NameMention;

/** Whether a clause tells what is, what is planned, or what is aimed at, by the words before the place of interest. */
final class Modality {
    private static final Cue TARGET = Cue
            .of("力争|力保|争取|承诺|目标|有望|达产后|达产|投产后|建成后|全部投产|未来[\\d一二三五十几]|推动|确保|下一个");
    private static final Cue PLANNED = Cue
            .of("拟|将|计划|预计|预期|即将|准备|筹划|估算|概算|预算(?!收入|支出|总收入|内|财力)|意向|有意|考虑|规划(?!面积)|可实现|同意|审议通过|设计(?=年|月|日|产|能|生产|处理|运|通过|时速|最大)");
    /** Said once, it holds to the end of the sentence: 2025年有望达到1.5万亿元，增长6%; 全部达产后，年产铜箔3万吨. */
    private static final Cue THROUGHOUT = Cue.of("力争|力保|有望|目标(?!任务完成)|[达满]产后");

    /** 分析师测算，2020年需求约为980万吨: holds for all that the sentence says next. */
    private static final Cue FORECAST = Cue.of("(?:测算|预测|预计|估计|判断)(?:说|称)?[，：]");

    /** 低于年初确定的5.5%的预期目标: what has been reached is told beside what was aimed at. */
    private static final Cue MEASURED_BY = Cue
            .of("(?:低于|高于|超过|超出|快于|好于|完成)[^，；。]{0,20}(?:目标|计划|预期|预算)+");

    private Modality() {}

    /** Of the place where {@code at} begins: by the words of its clause before it, names left out (未来科学城). */
    static Status of(Scene scene, Clause clause, Span at) {
        var words = new StringBuilder(scene.left(clause, at));
        for (NameMention name : scene.names(clause.span())) {
            int from = name.span().start() - clause.span().start();
            for (int i = from; i < Math.min(words.length(), from + name.span().length()); i++) {
                words.setCharAt(i, ' ');
            }
        }
        String earlier = scene.text().substring(scene.sentenceSpan(clause).start(), clause.span().start());
        earlier = MEASURED_BY.in(earlier) ? MEASURED_BY.matcher(earlier).replaceAll("") : earlier;
        String own = words.toString();
        own = MEASURED_BY.in(own) ? MEASURED_BY.matcher(own).replaceAll("") : own;
        if (TARGET.in(own) || THROUGHOUT.in(earlier)) {
            return Status.TARGET;
        }
        return PLANNED.in(own) || FORECAST.in(earlier) ? Status.PLANNED : Status.ACTUAL;
    }
}
