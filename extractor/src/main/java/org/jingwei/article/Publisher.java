package org.jingwei.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The site's name, from what it says around its articles; lines in simplified characters. */
final class Publisher {
    private static final String NAME = "([\\u4e00-\\u9fffA-Za-z0-9]{1,14}(?:网|报|网站|新闻社|电视台|在线|客户端|融媒|财经|日报|晚报|新闻))";
    private static final List<Pattern> STATED = List.of(
            Pattern.compile("^[【\\[（(*※\\s]*" + NAME + "(?:版权|免责|客服|编辑部|郑重声明|声明|特别声明)"),
            Pattern.compile("(?:浏览|访问|光临|来到|关注)" + NAME),
            Pattern.compile("非" + NAME + "[）)]"),
            Pattern.compile("(?:[Cc]opyright|COPYRIGHT|版权所有|©)[\\s\\d:：©\\-—,，.年至今]{0,20}" + NAME),
            Pattern.compile(NAME + "\\s{0,2}(?:版权所有|All [Rr]ights)"),
            Pattern.compile("(?:版权|著作权)(?:均)?(?:归|属)于?" + NAME));

    private static final Pattern HINT = Pattern
            .compile("版权|免责|客服|编辑部|声明|浏览|访问|光临|来到|关注|非|[Cc]opyright|©|COPYRIGHT|著作权");

    private Publisher() {}

    static Optional<String> in(Iterable<String> lines) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (String line : lines) {
            if (!HINT.matcher(line).find()) {
                continue;
            }
            for (Pattern pattern : STATED) {
                Matcher m = pattern.matcher(line);
                if (m.find()) {
                    votes.merge(m.group(1).replaceFirst("^(?:归|属于|本|由|与)", ""), 1, Integer::sum);
                }
            }
        }
        return votes.entrySet().stream().filter(vote -> vote.getKey().length() > 2)
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a).map(Map.Entry::getKey);
    }
}
