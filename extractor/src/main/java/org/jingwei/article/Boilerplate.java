package org.jingwei.article;

import java.util.regex.Pattern;

/** Tells lines that the site adds from lines of the article; lines are in simplified characters. */
final class Boilerplate {
    enum Kind {
        /** A line of the article, as far as its wording shows. */
        TEXT,
        /** Who, when, from where: read for metadata. */
        CREDITS,
        /** Navigation, sharing, contact, counters. */
        SITE,
        /** What a picture shows. */
        CAPTION,
        /** The head of a list of other articles. */
        OTHERS,
        /** The head of what readers wrote: the article is over. */
        COMMENTS,
        /** The notice about rights and liability: the article is over. */
        NOTICE;

        /** Whether an article is over before such a line. */
        boolean ends() {
            return this == OTHERS || this == COMMENTS || this == NOTICE;
        }
    }

    /** 发送短信到10086; not 印发规划，提出到2025年 and 由研发投入增加至1200万元. */
    private static final Pattern SHORT_CODES = Pattern
            .compile("发(?:送)?[^，。；]{0,14}[到至]\\d{4,}(?![\\d.]*[年月日万亿千百余多元家个吨人户件套辆亩米平公台股点％%])|订阅《");
    /** A paragraph about another article: its label and what that says. */
    private static final Pattern OTHER_TEXT = Pattern.compile(
            "^[【\\[（(*※◆●■▲★☆◎>\\s]*(?:(?:延伸|相关|拓展|扩展|推荐|关联)阅读|相关(?:报道|新闻|文章))[】\\]）)]?[:：](?=.{12})");
    private static final Pattern LIST_HEAD = Pattern.compile(
            "^[【\\[（(*※◆●■▲★☆◎>\\s]*(?:更多)?(?:相关|更多|延伸|推荐|精彩|热点|热门|最新|图片|焦点|今日|本周|大家都在|猜你|编辑|猜您|您可能|你可能|滚动|频道|一周|24小时|48小时)(?:的)?(?:新闻|阅读|报道|链接|专题|文章|推荐|搜索|资讯|内容|聚焦|排行|图片|视频|热点|热图|热文|热榜|热门|热搜|话题|评论|关注|看|喜欢|感兴趣|热评|图集|精选)[^。，]{0,12}[】\\]）)]?[:：]?$");
    private static final Pattern SITE = Pattern.compile("^[【\\[（(<《|>»·•\\s]*(?:" + String.join("|",
            // sharing and applause
            "分享(?:到|至|给|文章|[:：]|\\s*$)", "点赞", "赞\\s*\\d*\\s*(?:$|分享)", "阅读\\s*\\d*\\s*$", "在看\\s*$", "喜欢就点",
            "点个.{0,3}在看", "推荐给",
            "收藏(?:本|此|文|夹|[\\s)】]|$)", "加入收藏", "转发\\s*$",
            // comments
            "我要(?:评论|纠错|分享|投稿|反馈|投诉|留言)", "发表评论", "网友评论", "查看评论", "已有\\d*(?:人|条)(?:参与|评论|跟|阅读|留言|网友|浏览|评)",
            "评论\\s?[(（]?\\d*[)）]?(?:\\s|$|条)", "回复\\s*$", "举报(?:[\\s:：]|$|电话|中心|邮箱)", "纠错", "只看(?:该作者|楼主)",
            "(?:您)?需要登录", "本版积分",
            // the page itself
            "打印(?:本|此|文|页|预览|[\\s】\\]|]|$)", "字[号体](?:[:：\\s]|$|大|放|缩)", "大\\s*中\\s*小", "【?\\s?[大中小]\\s?】",
            "关闭(?:窗口|本页|[\\s】\\]|]|$)",
            "返回(?:首页|顶部|列表|上|频道|目录|[\\s】\\]]|$)", "上一[篇页条版]", "下一[篇页条版]", "首页", "末页", "尾页",
            "(?:您)?(?:当前|现在|所在|的|您|在)+位置", "位置[:：]",
            "展开(?:剩余|全部|全文)", "阅读全文", "阅读原文", "原图\\s*$", "查看(?:原图|大图)", "视频加载", "(?:正在)?加载(?:中|更多)",
            "附件(?:下载)?\\s?[:：]?\\s*$", "相关附件",
            "标签[:：]", "热门标签", "热点标签", "关键[词字]\\s?[:：]",
            // other channels of the site
            "扫一扫", "扫描(?:二维码|下方|上方|左|右|关注|\\s|$)", "长按", "关注(?:我们|微信|官方|公众号|该公众号)",
            "微信(?:扫|公众|号|好友|朋友圈|分享|关注|二维码|[:：\\s]|$)", "使用小程序",
            "官方微博", "手机(?:看|阅读|版|访问)(?!.*[。，])", "点击(?:查看|进入|图片|此处|下载|关注|蓝字|订阅|上方|下方|右上|阅读)",
            "(?:立即|免费)?下载.{0,8}(?:客户端|APP|App)", "立即下载", "打开.{0,6}(?:APP|App|客户端)",
            "客户端(?:下载|\\s|$)", "进入.{0,6}论坛", "(?:免费)?订阅(?:[\\s:：》]|$|本|我们)", "更多精彩", "来源二维码", "加入收藏", "设为首页",
            "登录(?:[\\s/|]|$|后)", "注册(?:[\\s/|]|$)",
            "联系我们", "关于我们", "网站(?:地图|导航|首页|简介|标识码)", "友情链接", "广告服务", "广告\\s*$", "责任声明", "技术支持[:：]",
            ".{0,8}使用\\s?Cookie") + ")");
    private static final Pattern BUTTONS = Pattern.compile(
            "^(?:(?:收藏|举报|分享|打印|关闭|评论|点赞|转发|关注|复制链接|纠错|反馈|投诉|留言|回复|微信|微博|朋友圈|QQ空间|字号|字体|大|中|小|赞|\\d+)[\\s|/·]*)+$");
    /** What short sentences of a site ask its readers to do. */
    private static final Pattern REQUEST = Pattern
            .compile("扫一扫|扫码|扫描|二维码|关注|点击|分享|下载|APP|App|客户端|登录|评论|留言|打印|收藏|订阅|投稿|欢迎|感谢|转载|Cookie|[在再]看");
    private static final Pattern COMMENTS_HEAD = Pattern.compile(
            "^[【\\[（(*※◆●■▲>\\s]*(?:\\d+\\s*条)?(?:全部|所有|最新|最热|热门|精彩|网友|读者|用户|文章|大家)?(?:的)?(?:评论|跟[贴帖]|留言|回[复帖]|讨论|热评)(?:列表|区|专区)?\\s*[(（\\[【]?\\s*(?:共?\\d+\\s*条?)?\\s*(?:评论)?[)）\\]】]?[:：]?$");
    private static final Pattern TOLD = Pattern.compile("留言|评论|跟[贴帖]|回[复帖应]|讨论|热评");
    private static final Pattern END_SIGN = Pattern
            .compile("(?i)^[\\s\\-—–=·•*#]*(?:the\\s*)?(?:end|全文完|正文完|完)[\\s\\-—–=·•*#]*$|^[（(]完[)）]$");
    private static final Pattern PICTURE = Pattern.compile(
            "^[【\\[（(▲△◆]?(?:图[为说][:：]?|图片?[:：]|资料图|图片来源|配图|图集|示意图[:：]?|(?:摄影|供图)[:：]|(?:本报|新华社)?记者.{1,12}摄[）)]?$|.{2,30}[（(](?:资料图片?|图片?来源|网络图片)[^（()）]{0,20}[)）]$)");
    private static final Pattern CONTACT = Pattern.compile(
            "(?:投稿|客服|热线|邮箱|邮件|[Ee]-?mail|QQ|电话|传真|联系方式|联系人|微信号)[^，。；]{0,12}?(?:[:：]|[\\d@])");
    private static final Pattern ADDRESS = Pattern
            .compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+|\\d{3,4}-\\d{7,8}|1[3-9]\\d{9}");
    private static final Pattern SLOGAN = Pattern.compile("欢迎(?:您)?(?:浏览|访问|光临|来到|投稿|关注)|感谢(?:您)?(?:的)?(?:浏览|访问|关注)");
    private static final Pattern ORIGINAL = Pattern
            .compile(
                    "^[【\\[（(\\s]*(?:原文(?:地址|链接|网址|来源|标题)|原标题|原题|原题目|本文(?:地址|链接|网址|来源)|来源(?:链接|地址|网址)|信息来源|转载自|文章链接)[:：]");
    private static final Pattern COUNTERS = Pattern
            .compile("^(?:(?:浏览量?|浏览次数|阅读量?|点击[数量]?|访问量?|人气|评论|热度|点赞|跟贴|参与)\\s*[:：(（]?\\s*\\d*\\s*[)）]?次?\\s*)+$");
    private static final Pattern PAGER = Pattern.compile("^[\\d\\s.·|<>«»‹›【】\\[\\]()（）/第页共上下首末尾前后一篇条]+$");
    private static final Pattern TRAIL = Pattern
            .compile(
                    "^[^。，；：:,“”\\d>＞»›|｜]{1,16}(?:\\s*[>＞»›|｜]\\s*[^。，；：:,“”]{1,12})+[>＞»›|｜\\s]*$|^[^。，；：:,“”\\d]{1,12}[>＞»›]\\s*$");
    private static final Pattern CLOSING = Pattern.compile(
            "^[【\\[（(\\s]*(?:纠错\\s?[】\\]）)]\\s*)?(?:责任编辑|本文责编|网络编辑|责编|编辑|编审|校对|稿源)\\s?[:：|｜/丨\\s]");
    private static final Pattern PREDICATE = Pattern.compile("[，,、了将]");
    /** A time of day on a day without its year: {@code 03-05 08:12}. */
    private static final Pattern SHORT_TIME = Pattern
            .compile("(?<![\\d-])\\d{1,2}[-/]\\d{1,2}\\s+\\d{1,2}:\\d{2}(?!\\d)");
    private static final Pattern ONLY_DAY = Pattern
            .compile("(?:19|20|二[〇○零])[\\d〇○零一二三四五六七八九]{2}年[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日");
    private static final Pattern OUTLET = Pattern.compile("^[（(][\\u4e00-\\u9fff]{2,10}(?:报|网|社|台|讯)[）)]$");
    private static final Pattern ONLY_TIME = Pattern.compile("^[\\s\\d\\-:：/.年月日时分秒TZ+星期一二三四五六日周]+$");

    private Boilerplate() {}

    /** What {@code line} is for. */
    static Kind of(String line) {
        if (line.isBlank()) {
            return Kind.SITE;
        }
        if (ORIGINAL.matcher(line).find() || line.length() <= 60 && Credits.isReprint(line)) {
            return Kind.CREDITS;
        }
        if (Notices.isNotice(line)) {
            return Kind.NOTICE;
        }
        if (line.length() <= 24) {
            if (COMMENTS_HEAD.matcher(line).find()) {
                return Kind.COMMENTS;
            }
            if (LIST_HEAD.matcher(line).find()) {
                return Kind.OTHERS;
            }
        }
        if (OTHER_TEXT.matcher(line).find()) {
            return Kind.OTHERS;
        }
        if (line.length() > 600) {
            return Kind.TEXT;
        }
        boolean sentence = hasSentenceEnd(line) && (line.length() > 40
                || line.length() >= 12 && line.endsWith("。") && !REQUEST.matcher(line).find());
        if (closes(line)) {
            return Kind.CREDITS;
        }
        if (!sentence && (line.length() <= 40
                && (SITE.matcher(line).find() || BUTTONS.matcher(line).matches() || TRAIL.matcher(line).find()
                        || END_SIGN.matcher(line).find())
                || COUNTERS.matcher(line).find()
                || PAGER.matcher(line).find())) {
            return Kind.SITE;
        }
        if (line.length() <= 100 && PICTURE.matcher(line).find()) {
            return Kind.CAPTION;
        }
        if (line.length() <= 120
                && (SHORT_CODES.matcher(line).find() || line.length() <= 40 && SLOGAN.matcher(line).find()
                        || CONTACT.matcher(line).find() && ADDRESS.matcher(line).find())) {
            return Kind.SITE;
        }
        if (!sentence && (Credits.isLabelled(line)
                || line.length() < 15 && OUTLET.matcher(line).find())) {
            return Kind.CREDITS;
        }
        if (line.length() <= 30 && SHORT_TIME.matcher(line).find() && !PREDICATE.matcher(line).find()) {
            return Kind.CREDITS;
        }
        if (line.length() <= 60 && !sentence && hasDay(line)) {
            var time = StatedTime.in(line);
            if (time.isPresent() && (ONLY_TIME.matcher(line).find()
                    || time.get().time().isPresent() && line.length() < 50
                    || time.get().start() == 0 && line.length() <= 30 && !PREDICATE.matcher(line).find())) {
                return Kind.CREDITS;
            }
        }
        return Kind.TEXT;
    }

    /** Whether an article of this title tells of what readers wrote, so that a heading may say the same. */
    static boolean tellsOfReaders(String title, String line) {
        return TOLD.matcher(title).find() && line.chars().noneMatch(Character::isDigit);
    }

    private static boolean hasDay(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Characters.isDigit(line.charAt(i)) || line.charAt(i) == '年') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSentenceEnd(String line) {
        return line.indexOf('。') >= 0 || line.indexOf('！') >= 0 || line.indexOf('？') >= 0;
    }

    /** Whether the line is a day and nothing else, as below a signed text. */
    static boolean isDay(String line) {
        return line.length() <= 16 && ONLY_DAY.matcher(line).matches();
    }

    /** Whether the line says when something takes place. */
    static boolean isTime(String line) {
        return line.startsWith("时间") || line.startsWith("日期");
    }

    /** Whether the line closes the article by naming its editor: {@code 【责任编辑：陈六】}, {@code (编辑 陈六)}. */
    static boolean closes(String line) {
        return line.length() <= 40 && CLOSING.matcher(line).find();
    }

    static boolean isOriginalAddress(String line) {
        return ORIGINAL.matcher(line).find();
    }
}
