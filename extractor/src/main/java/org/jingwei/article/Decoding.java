package org.jingwei.article;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to characters. A byte order mark decides; then the charset that came with the page, then the one that its
 * markup names, then what the bytes look like; a label that the bytes contradict is passed over, for many pages are
 * mislabelled. Thread-safe.
 */
final class Decoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    /** How much of the text is looked at to tell encodings apart. */
    private static final int SAMPLE = 16 * 1024;
    /** Least fit of a text in the charset that it is labelled with. */
    private static final double FITS = 0.8;

    /** Places of one block of another encoding stand no further apart; its ASCII is read. */
    private static final int NEAR = 24;
    private final ChineseScript script;

    Decoding(ChineseScript script) {
        this.script = script;
    }

    sealed interface Result {
        /**
         * @param damaged places that stand for no character and are U+FFFD in {@code text}
         * @param remark  what a reader should know about the decoding, in words
         */
        record Text(String text, Charset charset, int damaged, Optional<String> remark) implements Result {
            /** What became of the text, with a word on how it was decoded. */
            Reading said(Reading reading) {
                return switch (reading) {
                    case Reading.Read read -> new Reading.Read(
                            read.article().with(new Article.Charset(charset.name(), remark)));
                    case Reading.Rejected rejected -> rejected;
                };
            }
        }

        record Failed(Reading.Rejected rejected) implements Result {}
    }

    /** @param charset {@code null} when the label names none */
    private record Label(String label, Charset charset) {}

    /** @param stated the charset label that came with the bytes */
    Result decode(byte[] bytes, Optional<String> stated) {
        var mark = RawBytes.byteOrderMark(bytes);
        if (mark != null) {
            var text = decode(bytes, mark.length(), bytes.length, mark.charset());
            return isTolerable(text)
                    ? remarked(text, List.of())
                    : undecodable(mark.charset(), text.damaged);
        }
        List<Label> labels = new ArrayList<>();
        stated.ifPresent(label -> labels.add(label(label, false)));
        var wide = wide(bytes, labels);
        if (wide != null) {
            return remarked(wide, labels);
        }
        String noText = RawBytes.noText(bytes);
        if (noText != null) {
            return new Result.Failed(new Reading.Rejected(Reading.Reason.BINARY, "the bytes are no text: " + noText,
                    "Give the page itself, as HTML or plain text."));
        }
        RawBytes.label(bytes).ifPresent(label -> labels.add(label(label, true)));
        return choose(bytes, labels);
    }

    private static Label label(String label, boolean inMarkup) {
        Charset charset = CharsetLabels.charset(label).orElse(null);
        // A page that names UTF-16 in ASCII characters is not UTF-16.
        return new Label(label, inMarkup && charset != null && charset.name().startsWith("UTF-16")
                ? StandardCharsets.UTF_8
                : charset);
    }

    /** The bytes as UTF-16 without a mark, if they are; else {@code null}. */
    private Result.Text wide(byte[] bytes, List<Label> labels) {
        Charset seen = RawBytes.wide(bytes);
        Set<Charset> orders = new LinkedHashSet<>();
        if (seen != null) {
            orders.add(seen);
        } else if (labels.stream().anyMatch(l -> l.charset != null && l.charset.name().startsWith("UTF-16"))) {
            orders.add(labels.getFirst().charset);
            orders.add(StandardCharsets.UTF_16LE);
            orders.add(StandardCharsets.UTF_16BE);
        }
        for (Charset order : orders) {
            var text = decode(bytes, 0, bytes.length, order);
            if (isTolerable(text) && fit(text.text, order) > FITS) {
                return text;
            }
        }
        return null;
    }

    private Result choose(byte[] bytes, List<Label> labels) {
        int most = 2 + bytes.length / 300; // tolerated(), were all characters Chinese
        int broken = RawBytes.notUtf8(bytes, most);
        if (broken == 0) {
            // No other encoding's bytes have the form of UTF-8 throughout.
            var utf8 = decode(bytes, 0, bytes.length, StandardCharsets.UTF_8);
            if (utf8.text.length() == bytes.length) {
                return utf8; // all ASCII
            }
            var once = Characters.hasHan(utf8.text) ? null : encodedTwice(utf8.text);
            return once != null ? once : remarked(utf8, labels);
        }
        Set<Charset> labelled = new LinkedHashSet<>();
        labels.stream().map(Label::charset).filter(charset -> charset != null).forEach(labelled::add);
        for (Charset label : labelled) {
            if (label == StandardCharsets.UTF_8 && broken > most) {
                continue;
            }
            var text = decode(bytes, 0, bytes.length, label);
            if (isTolerable(text) && fit(text.text, label) > FITS) {
                return remarked(text, labels);
            }
        }
        Charset best = best(bytes, labelled);
        var text = decode(bytes, 0, bytes.length, best);
        if (isTolerable(text) && fit(text.text, best) > (labelled.contains(best) ? 0 : 0.4)) {
            return remarked(text, labels);
        }
        return labels.stream().filter(label -> label.charset == null).findFirst().<Result>map(
                label -> new Result.Failed(new Reading.Rejected(Reading.Reason.UNKNOWN_CHARSET,
                        "no charset is called \"" + label.label
                                + "\" and the bytes fit none that Chinese pages use",
                        "State the charset by its usual name (utf-8, gb18030, big5), or convert the page to UTF-8.")))
                .orElseGet(() -> undecodable(best, text.damaged));
    }

    /** The charset in which the beginning of the bytes looks most like Chinese. */
    private Charset best(byte[] bytes, Set<Charset> labelled) {
        int sample = Math.min(bytes.length, SAMPLE * 16);
        Set<Charset> candidates = new LinkedHashSet<>(labelled);
        candidates.addAll(List.of(StandardCharsets.UTF_8, GB18030, BIG5));
        detect(bytes, sample).ifPresent(candidates::add);
        Charset best = null;
        double bestFit = Double.NEGATIVE_INFINITY;
        for (Charset candidate : candidates) {
            double fit = fit(decode(bytes, 0, sample, candidate).text, candidate);
            // Who names the charset is believed unless another one fits clearly better.
            fit += labelled.contains(candidate) ? 0.1 : 0;
            if (fit > bestFit) {
                best = candidate;
                bestFit = fit;
            }
        }
        return best;
    }

    /** UTF-8 whose characters are the bytes of a Chinese encoding, each taken for a Western character. */
    private Result.Text encodedTwice(String text) {
        Result.Text best = null;
        double bestFit = 0.85;
        for (String western : new String[]{ "ISO-8859-1", "windows-1252", "ISO-8859-15" }) {
            var encoder = Charset.forName(western).newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .onMalformedInput(CodingErrorAction.REPLACE).replaceWith(new byte[]{ '?' });
            try {
                var encoded = encoder.encode(CharBuffer.wrap(text));
                byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
                for (Charset charset : new Charset[]{ StandardCharsets.UTF_8, GB18030, BIG5 }) {
                    var once = decode(bytes, 0, bytes.length, charset);
                    double fit = fit(once.text, charset);
                    if (isTolerable(once) && fit > bestFit) {
                        best = new Result.Text(once.text, charset, once.damaged,
                                Optional.of("its " + charset.name() + " bytes were taken for " + western
                                        + " and encoded again"));
                        bestFit = fit;
                    }
                }
            } catch (CharacterCodingException e) {
                throw new IllegalStateException("a replacing encoder does not fail", e);
            }
        }
        return best;
    }

    /** The text with a remark on every label that it contradicts before one that is right, and on what is damaged. */
    private static Result.Text remarked(Result.Text text, List<Label> labels) {
        var remarks = new ArrayList<String>();
        for (Label label : labels) {
            if (text.charset.equals(label.charset)) {
                break;
            }
            remarks.add("labelled \"" + label.label.strip() + "\", " + (label.charset == null
                    ? "which no charset is called"
                    : "which its bytes are not"));
        }
        if (text.charset == StandardCharsets.UTF_8 && text.damaged > 2 * places(text.text) + 2) {
            remarks.add("a block of it is in another encoding and lost");
        }
        if (text.damaged > 0) {
            remarks.add(text.damaged + (text.damaged == 1 ? " place is" : " places are") + " no character");
        }
        return remarks.isEmpty()
                ? text
                : new Result.Text(text.text, text.charset, text.damaged, Optional.of(String.join("; ", remarks)));
    }

    private static Result undecodable(Charset charset, int damaged) {
        return new Result.Failed(new Reading.Rejected(Reading.Reason.NOT_DECODABLE,
                "the bytes fit no charset that Chinese pages use; read as " + charset.name() + ", the nearest, "
                        + damaged
                        + (damaged == 1 ? " place is" : " places are") + " no character",
                "Save the page again as its site sends it, or convert it to UTF-8."));
    }

    /**
     * A few broken bytes are damage to one place; many mean that the charset is wrong or the page is ruined. A block of
     * another encoding in UTF-8 is one place, for nothing else is misread for it.
     */
    private static boolean isTolerable(Result.Text text) {
        int han = Characters.han(text.text);
        if (text.damaged <= 2 + han / 100) {
            return true;
        }
        return text.charset == StandardCharsets.UTF_8 && places(text.text) <= 2 + han / 100
                && text.damaged <= han; // two bytes a character: the block is no half of the rest
    }

    /** Rows of U+FFFD, with what else a few foreign bytes between them have become. */
    private static int places(String text) {
        int places = 0;
        int last = -1;
        for (int i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) {
            if (last < 0 || Characters.hasHan(text.substring(last, i)) || i - last > NEAR) {
                places++;
            }
            last = i;
        }
        return places;
    }

    /** How much the text looks like Chinese: 1 for usual characters throughout, less for each that is none. */
    private double fit(String text, Charset charset) {
        int usual = 0;
        int other = 0;
        int broken = 0;
        int i = 0;
        for (; i < text.length() && usual + other < SAMPLE; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c == '\ufffd') {
                broken++;
            } else if (Characters.isHan(c)) {
                if (DoubleByte.isUsual(c) || DoubleByte.isUsual(script.toSimplified(c))) {
                    usual++;
                } else {
                    other++;
                }
            } else if (Characters.isWide(c) || c == '\u00a0' || c >= '①' && c <= '⑳' || c == '●' || c == '©') {
                usual++;
            } else {
                other++;
            }
        }
        int all = usual + other + broken;
        if (charset == StandardCharsets.UTF_8 && all > 0) {
            // It has a form that other encodings' bytes do not fall into by chance.
            int places = places(text.substring(0, i));
            double form = broken * 50 <= all || usual >= 20 * places ? 0.3 : 0;
            return (usual - 2.0 * Math.min(broken, places) - broken) / all + form;
        }
        return all == 0 ? 0 : (usual - 3.0 * broken) / all;
    }

    private static Result.Text decode(byte[] bytes, int from, int to, Charset charset) {
        String text = Transcoding.decode(bytes, from, to, charset);
        int damaged = 0;
        for (int i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) {
            damaged++;
        }
        // Where the page's own bytes are a replacement character, somebody else has lost one.
        return new Result.Text(text, charset, damaged == 0 ? 0 : damaged - stated(bytes, from, to, charset),
                Optional.empty());
    }

    /** How often the bytes are U+FFFD itself. */
    private static int stated(byte[] bytes, int from, int to, Charset charset) {
        byte[] sign = "\ufffd".getBytes(charset);
        if (sign.length < 2) {
            return 0; // it has no code there
        }
        int count = 0;
        int step = charset.name().startsWith("UTF-16") ? 2 : charset.name().startsWith("UTF-32") ? 4 : 1;
        for (int i = from; i + sign.length <= to; i += step) {
            if (bytes[i] == sign[0] && Arrays.equals(bytes, i, i + sign.length, sign, 0, sign.length)) {
                count++;
            }
        }
        return count;
    }

    private static Optional<Charset> detect(byte[] bytes, int to) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, to);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).flatMap(CharsetLabels::charset);
    }
}
