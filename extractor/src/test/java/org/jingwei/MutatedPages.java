package org.jingwei;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.jingwei.bench.GeneratedArticles;
import org.jingwei.source.RawPage;

/**
 * The pages of the cases and generated ones after what may happen on the way. A number gives the same page as long as
 * the cases and the generator are the same. Thread-safe.
 */
final class MutatedPages {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Most are short, so that there can be many; one in so many keeps its length. */
    private static final int WHOLE = 12;

    private final List<RawPage> cases;
    private final GeneratedArticles generated = new GeneratedArticles(99);

    MutatedPages() throws IOException {
        cases = Case.all().stream().map(Case::page).toList();
    }

    /** The page's location tells what was done. */
    RawPage page(long number) {
        var random = new Random(new SplittableRandom(number).nextLong());
        RawPage origin = origin(random);
        String text = text(origin);
        List<String> done = new ArrayList<>();
        if (random.nextInt(WHOLE) != 0) {
            text = Mutation.STRETCH.of(text, "", random);
            done.add(Mutation.STRETCH.name());
        }
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
            text = mutation.of(text, mutation == Mutation.MIXED ? text(origin(random)) : "", random);
            done.add(mutation.name());
        }
        byte[] content = bytes(text, random, done);
        RawPage.Kind kind = random.nextInt(8) == 0 ? any(List.of(RawPage.Kind.values()), random) : origin.kind();
        return new RawPage("mutated-" + number, "mutated-" + number + " (" + origin.name() + ": "
                + String.join(", ", done) + "; " + kind + ")", kind, content, RawPage.sha256(content), stated(random));
    }

    private RawPage origin(Random random) {
        return random.nextInt(5) < 3 ? any(cases, random) : generated.page(random.nextInt(1_000_000));
    }

    private static String text(RawPage page) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page.content())).toString();
        } catch (CharacterCodingException e) { // of the charsets in the cases and of the generator only UTF-8 says so
            return new String(page.content(), GB18030);
        }
    }

    private static byte[] bytes(String text, Random random, List<String> done) {
        byte[] bytes = text.getBytes(switch (random.nextInt(12)) {
            case 0, 1 -> GB18030;
            case 2 -> Charset.forName("Big5");
            case 3 -> StandardCharsets.UTF_16;
            default -> StandardCharsets.UTF_8;
        });
        if (random.nextInt(6) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            done.add("BYTES_CUT_OFF");
        }
        if (random.nextInt(8) == 0 && bytes.length > 0) {
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            done.add("BYTES_CHANGED");
        }
        return bytes;
    }

    private static RawPage.Stated stated(Random random) {
        if (random.nextInt(6) != 0) {
            return RawPage.Stated.NOTHING;
        }
        return new RawPage.Stated(maybe(List.of("https://example.org/2021/05/28/a.html", "no address", ""), random),
                maybe(List.of("项目签约", "", "\u0000<b>", "〓"), random),
                maybe(List.of("2021-05-28", "2021-02-30T25:61", "0000-00-00", "yesterday", ""), random),
                maybe(List.of("utf-8", "gbk", "x-none", "", "utf-16le"), random));
    }

    private static Optional<String> maybe(List<String> values, Random random) {
        return random.nextBoolean() ? Optional.of(any(values, random)) : Optional.empty();
    }

    private static <T> T any(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
