package org.jingwei.article;

import java.util.List;
import java.util.Random;

/** Invented sentences in the genre, in both scripts, from templates and a seed. */
final class Prose {
    private static final List<String> SIMPLIFIED = List.of(
            "N月N日，P经济技术开发区举行重点项目集中签约仪式，共有N个项目落户，计划总投资N亿元。", "据P统计局消息，今年上半年全市规模以上工业增加值同比增长N.N%，固定资产投资增长N.N%。",
            "由O投资建设的新能源电池生产基地项目正式开工，建成后预计年产值超过N亿元。", "P市委副书记、市长在会上表示，要进一步优化营商环境，推动产业转型升级。",
            "O与P高新区管委会签署战略合作协议，双方将共同打造生物医药创新中心。", "项目（一期）占地面积约N亩，主要生产集成电路封装测试设备，可带动就业N人。",
            "业内人士认为，随着长三角一体化发展不断深入，区域协同创新能力明显提升。", "截至目前，全区累计注册企业N家，其中外商投资企业N家，实际使用外资N万美元。",
            "会议指出，要坚持稳中求进工作总基调，扎实推进乡村振兴和新型城镇化建设。", "记者从海关获悉，前N个月P进出口总值N亿元，比去年同期增长N.N%，其中出口增长N.N%。",
            "O董事长说：“我们看好P的区位优势和人才资源，未来三年将继续扩大投资。”", "当天，数字经济产业园同步揭牌，首批入驻的N家企业涵盖人工智能、大数据、云计算等领域。");
    private static final List<String> TRADITIONAL = List.of(
            "N月N日，P經濟技術開發區舉行重點項目集中簽約儀式，共有N個項目落戶，計劃總投資N億元。", "據P統計局消息，今年上半年全市規模以上工業增加值同比增長N.N%，固定資產投資增長N.N%。",
            "由O投資建設的新能源電池生產基地項目正式開工，建成後預計年產值超過N億元。", "P市長在會上表示，要進一步優化營商環境，推動產業轉型升級。",
            "O與P高新區管委會簽署戰略合作協議，雙方將共同打造生物醫藥創新中心。", "項目（一期）占地面積約N畝，主要生產集成電路封裝測試設備，可帶動就業N人。",
            "業內人士認為，隨著區域一體化發展不斷深入，協同創新能力明顯提升。", "截至目前，全區累計註冊企業N家，其中外商投資企業N家，實際使用外資N萬美元。",
            "記者從海關獲悉，前N個月P進出口總值N億元，比去年同期增長N.N%，其中出口增長N.N%。", "O董事長說：“我們看好P的區位優勢和人才資源，未來三年將繼續擴大投資。”");
    private static final List<String> PLACES = List.of("宁海", "江州", "临川", "青浦", "海门", "武进", "襄城", "长乐");
    private static final List<String> FIRMS = List.of("华瑞科技集团", "远景动力公司", "新城机械股份有限公司", "东方智造", "蓝海新材料有限公司");

    private final Random random;
    private final boolean traditional;

    Prose(long seed, boolean traditional) {
        this.random = new Random(seed);
        this.traditional = traditional;
    }

    String sentence() {
        var templates = traditional ? TRADITIONAL : SIMPLIFIED;
        var out = new StringBuilder();
        for (char c : templates.get(random.nextInt(templates.size())).toCharArray()) {
            switch (c) {
                case 'N' -> out.append(1 + random.nextInt(400));
                case 'P' -> out.append(traditional ? "臺中" : PLACES.get(random.nextInt(PLACES.size())));
                case 'O' -> out.append(traditional ? "遠東電機" : FIRMS.get(random.nextInt(FIRMS.size())));
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    String paragraph(int sentences) {
        var out = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            out.append(sentence());
        }
        return out.toString();
    }
}
