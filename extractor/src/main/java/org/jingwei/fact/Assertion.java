package org.jingwei.fact;

import java.util.ArrayList;
import java.util.List;
import org.jingwei.source.Span;
import org.jingwei.text.Cue;
import org.jingwei.text.Sentence;

/**
 * What a text puts down without saying that it is so: rumours, denials, questions, conditions, and what did not happen.
 * No fact is read from it.
 */
final class Assertion {
    private static final Cue RUMOUR = Cue
            .of("网传|据传|传闻|传言|谣传|爆料|据说|据称|听说|有消息称|坊间|谣言|辟谣|子虚乌有|有(?:报道|媒体)[^，。]{0,8}(?:称|提到|援引|爆料|报道)|以公告为准|原报告称");
    private static final Cue DENIAL = Cue
            .of("不属实|失实|(?<!落)不实|虚假信息|虚假消息|否认|并非事实|与事实不符|未(?:得到|获|经)(?:确认|证实|核实)|并不存在|纯属虚构|不存在[^，。]{0,20}情[况形]");
    private static final Cue CONDITION = Cue
            .of("如果|假如|倘若|(?<![主只重需首])要是|假设|假使|本应|本该|原本应|(?:^|[，,；;：:“\"])[若如](?=[^干何此下上今期]{1,20}[，,])");
    private static final Cue QUESTION = Cue.of("[？?][”’」』）)\\s]*$|是真的吗|是否属实");
    /** 上述消息不属实: what is denied stands in the sentence before. */
    private static final Cue REFERS_BACK = Cue
            .of("(?:上述|以上|该|此|这一|这些|有关|相关)(?:消息|传闻|传言|说法|报道|信息|数据|内容|言论|情况)");
    private static final Cue NEGATED = Cue
            .of("(?:没有|并未|并无|从未|未能|尚未|未(?!来)|并非|而非|不是|取消|终止|缺席|原计划|原定|原拟)[^，。；]{0,10}$");
    private static final Cue CALLED_OFF = Cue.of("取消|延期|推迟|暂停|中止|叫停|流产|搁置");

    private Assertion() {}

    /** The sentences that are not asserted, in order. */
    static List<Span> missing(String text, List<Sentence> sentences) {
        var missing = new ArrayList<Span>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            String words = sentence.span().of(text);
            boolean denied = DENIAL.in(words);
            if (denied && REFERS_BACK.in(words) && i > 0
                    && sentences.get(i - 1).paragraph() == sentence.paragraph()
                    && !missing.contains(sentences.get(i - 1).span())) {
                missing.add(sentences.get(i - 1).span());
            }
            if (denied || RUMOUR.in(words) || CONDITION.in(words)
                    || QUESTION.in(words.strip())) {
                missing.add(sentence.span());
            }
        }
        return missing;
    }

    /** Whether the words of a clause before something say that it is not: 没有增长10%, 并非6.5%, 未能如期签署. */
    static boolean negated(String before) {
        return NEGATED.in(before);
    }

    /** Whether a clause says that something was called off. */
    static boolean calledOff(String clause) {
        return CALLED_OFF.in(clause);
    }
}
