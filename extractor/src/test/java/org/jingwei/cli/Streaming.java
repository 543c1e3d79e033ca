package org.jingwei.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/**
 * Reads an invented feed of JSON Lines that is written while it is read, and prints how much memory is in use near its
 * end: the least of several looks after garbage collection, since what the articles at work hold comes and goes while
 * what is kept of those done stays. Arguments: how many articles.
 */
final class Streaming {
    private static final String[] PLACES = { "苏州市", "宜昌市", "芜湖市", "襄阳市", "银川市", "威海市", "清河市", "青川市" };
    private static final String[] NAMES = { "林一舟", "周晓棠", "陈若溪", "赵明远", "王清和", "李望舟" };
    private static final String[] GOODS = { "新能源电池", "高端装备", "生物医药", "集成电路", "现代物流", "文化旅游" };

    private Streaming() {}

    public static void main(String[] arguments) {
        int articles = Integer.parseInt(arguments[0]);
        var feed = new Feed(articles);
        int exit = Jingwei.run(new Terminal(feed, OutputStream.nullOutputStream(), System.err, false, false), "extract",
                "-", "--format", "facts", "--threads", "2");
        System.out.printf(Locale.ROOT, "articles %d, MB sent %d, KB in use at the end %d%n", articles,
                feed.sent >> 20, feed.kept >> 10);
        System.exit(exit);
    }

    /** Looks at the heap near its end: when nine tenths are written and then ten times more. */
    private static final class Feed extends InputStream {
        private final Random random = new Random(20210528);
        private final int articles;
        private byte[] line = new byte[0];
        private int at;
        private int written;
        private long sent;
        private long kept = Long.MAX_VALUE;

        Feed(int articles) {
            this.articles = articles;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (at == line.length) {
                if (written == articles) {
                    return -1;
                }
                line = (article(++written) + "\n").getBytes(StandardCharsets.UTF_8);
                sent += line.length;
                at = 0;
                if (written * 10L >= articles * 9L && written % Math.max(1, articles / 100) == 0) {
                    System.gc();
                    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                    System.err.println(written + " articles: " + (used >> 10) + " KB in use");
                    kept = Math.min(kept, used);
                }
            }
            int n = Math.min(length, line.length - at);
            System.arraycopy(line, at, to, from, n);
            at += n;
            return n;
        }

        private String article(int n) {
            String place = any(PLACES);
            var text = new StringBuilder();
            for (int paragraph = 3 + random.nextInt(6); paragraph > 0; paragraph--) {
                text.append(String.format(Locale.ROOT,
                        "%s%d月%d日举行%s项目集中签约仪式，共签约项目%d个，总投资%d亿元。%s副市长%s出席并致辞，"
                                + "他介绍说，今年前四个月全市进出口总值增长%d.%d%%，%s产业产值达到%d亿元。\\n",
                        place, 1 + random.nextInt(12), 1 + random.nextInt(28), any(GOODS), 2 + random.nextInt(90),
                        1 + random.nextInt(900), place, any(NAMES), random.nextInt(30), random.nextInt(10), any(GOODS),
                        1 + random.nextInt(5000)));
            }
            return "{\"id\":\"a" + n + "\",\"title\":\"" + place + "集中签约第" + n + "批项目\",\"published\":\"2021-05-28\","
                    + "\"text\":\"" + text + "\"}";
        }

        private String any(String[] words) {
            return words[random.nextInt(words.length)];
        }
    }
}
