package org.jingwei.bench;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jingwei.article.Article;
import org.jingwei.link.Gazetteer;
import org.jingwei.text.HanlpScript;
import org.jingwei.text.TextReader;

/**
 * Characters a CPU-second that names are read at, beside HanLP with all its recognition on, in one run.
 * Usage: {@code NameSpeed FOLDER_OF_TEXTS [rounds]}; each file is an article.
 */
public final class NameSpeed {
    private NameSpeed() {}

    public static void main(String[] args) throws Exception {
        List<Article> articles = new ArrayList<>();
        HanlpScript script = new HanlpScript();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().toList()) {
                String text = script.toSimplified(Files.readString(file).replaceAll("<[^>]*>", "").strip());
                articles.add(NameScore.article(file.getFileName().toString(), null, text));
            }
        }
        int characters = articles.stream().mapToInt(a -> a.text().length()).sum();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        TextReader reader = new TextReader(Gazetteer.load().lexicon());
        System.out.printf("loaded in %d ms of CPU, gazetteer included%n",
                (threads.getCurrentThreadCpuTime() - start) / 1_000_000);
        Segment hanlp = new ViterbiSegment().enableCustomDictionary(false).enableAllNamedEntityRecognize(true);
        for (int round = 0; round < (args.length > 1 ? Integer.parseInt(args[1]) : 6); round++) {
            long t0 = threads.getCurrentThreadCpuTime();
            int sum = 0;
            for (Article article : articles) {
                sum += reader.read(article).size();
            }
            long t1 = threads.getCurrentThreadCpuTime();
            for (Article article : articles) {
                for (String line : article.text().split("\n")) {
                    sum += hanlp.seg(line).size();
                }
            }
            long t2 = threads.getCurrentThreadCpuTime();
            System.out.printf("names %.0f characters a CPU-second, HanLP with all recognition %.0f, ratio %.3f (%d)%n",
                    characters * 1e9 / (t1 - t0), characters * 1e9 / (t2 - t1), (double) (t2 - t1) / (t1 - t0), sum);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap in use %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
