package org.jingwei.quantity;

/**
 * One character for one: full-width letters, digits and signs become ASCII, and those traditional characters that occur
 * in numbers, units and the words around them become simplified. Offsets do not change.
 */
final class Glyphs {
    /** Stands for a character that was lost. */
    static final char LOST = '〓';

    private static final String TRADITIONAL = "萬万仟千佰百億亿兩两圓圆幣币臺台個个項项條条輛辆噸吨畝亩頃顷棟栋間间戶户張张種种類类場场處处員员職职點点"
            + "長长減减漲涨約约餘余過过達达於于內内週周這这後后從从總总額额資资產产業业營营稅税財财貿贸進进體体價价來来際际貳贰參叁"
            + "陸陆註注簽签訂订佔占預预計计劃划籌筹發发補补貼贴貸贷費费購购銷销實实現现開开報报訊讯電电據据統统顯显雙双國国區区縣县鎮镇"
            + "鄉乡會会為为與与當当歲岁隻只艦舰艙舱層层塊块齣出罰罚獎奖償偿債债積积擴扩縮缩躍跃讓让轉转較较連连續续飛飞縱纵動动勞劳務务"
            + "農农華华廣广東东風风馬马鐵铁鋼钢礦矿槍枪標标準准備备機机樓楼橋桥灣湾灘滩島岛嶼屿訪访談谈議议論论證证設设許许評评該该請请"
            + "諸诸課课調调貨货賣卖質质賠赔贏赢趕赶趨趋輪轮輸输載载邊边郵邮鄰邻鋪铺錄录鍵键鏈链關关陽阳隊队階阶隨随險险離离難难雖虽靜静"
            + "順顺須须頭头題题願愿飯饭飲饮館馆驅驱驗验髮发鬆松鬥斗魚鱼鹽盐麥麦齊齐齡龄龍龙歐欧韓韩盧卢蘭兰銖铢澤泽倫伦紐纽納纳邁迈衝冲"
            + "衰衰滿满僅仅僑侨億亿優优創创別别劇剧勁劲勝胜匯汇協协參参叄叁吳吴單单嚴严圍围圖图團团執执報报壓压壞坏備备夠够奪夺婦妇孫孫學学寧宁審审寬宽對对"
            + "將将專专屆届屬属岡冈師师帶带幫帮庫库廠厂廳厅彈弹強强復复懷怀態态應应戰战戲戏擁拥擇择擊击擔担據据數数斷断時时晉晋暢畅書书條条業业極极榮荣構构樣样權权決决"
            + "況况淨净淺浅測测準准濟济灑洒無无獲获環环異异療疗監监盤盘確确禮礼稱称穩稳窮穷節节範范築筑簡简糧粮約约紀纪級级細细組组結结給给絕绝經经綜综綠绿維维網网緊紧線线編编練练縣县總总績绩織织"
            + "罷罢聯联聲声職职腦脑臨临興兴舉举舊旧藝艺藥药蘇苏虧亏術术衛卫裝装裏里補补製制複复見见規规視视親亲覺觉覽览觀观訂订計计記记講讲識识警警護护變变豐丰貝贝負负貢贡買买賀贺賽赛軍军軟软農农運运違违遠远適适選选遷迁遺遗邁迈鄭郑醫医釋释銀银錢钱鎊镑長长門门閉闭間间陳陈陸陆際际隱隐雜杂靈灵響响頂顶項项預预領领頻频顆颗類类顧顾饒饶體体";

    private static final char[] FOLD = new char[Character.MAX_VALUE + 1];

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            FOLD[c] = (char) c;
        }
        for (int i = 0; i + 1 < TRADITIONAL.length(); i += 2) {
            FOLD[TRADITIONAL.charAt(i)] = TRADITIONAL.charAt(i + 1);
        }
        for (char c = '０'; c <= '９'; c++) {
            FOLD[c] = (char) (c - '０' + '0');
        }
        for (char c = 'Ａ'; c <= 'Ｚ'; c++) {
            FOLD[c] = (char) (c - 'Ａ' + 'A');
            FOLD[c + 32] = (char) (c - 'Ａ' + 'a');
        }
        // The full-width comma and question mark stay: they punctuate sentences, the ASCII ones do not always.
        pairs("％%﹪%．.﹒.＋+／/（(）)＄$￥¥：:〜~～~∼~－-﹣-−-‐-‑-–—―—─—━—﹘—　 \u00a0 \u2002 \u2003 \u2009 \u202f \t \ufffd〓＠@＃#＿_＝=\u00b3³"
                + "〇零○零");
    }

    private Glyphs() {}

    private static void pairs(String pairs) {
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            FOLD[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
    }

    static char[] fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLD[folded[i]];
        }
        return folded;
    }

    static char[] fold(CharSequence word) {
        return fold(word.toString());
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean lost(char c) {
        return c == LOST || c == '?';
    }

    /** 一 to 九 and 两 as 1 to 9, 零 as 0; otherwise -1. */
    static int chineseDigit(char c) {
        return switch (c) {
            case '零' -> 0;
            case '一' -> 1;
            case '二', '两' -> 2;
            case '三' -> 3;
            case '四' -> 4;
            case '五' -> 5;
            case '六' -> 6;
            case '七' -> 7;
            case '八' -> 8;
            case '九' -> 9;
            default -> -1;
        };
    }

    /** The digits of cheques, 壹 to 玖; otherwise -1. */
    static int chequeDigit(char c) {
        return "零壹贰叁肆伍陆柒捌玖".indexOf(c);
    }

    /** The exponent of 十 百 千 万 亿; otherwise 0. */
    static int power(char c) {
        return switch (c) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            default -> 0;
        };
    }

    static boolean endsSentence(char c) {
        return c == '。' || c == '！' || c == '？' || c == '\n' || c == '!';
    }

    static boolean endsClause(char c) {
        return endsSentence(c) || c == '，' || c == '；' || c == '：' || c == ';' || c == ':' || c == '】' || c == '【'
                || c == ',';
    }
}
