package org.jingwei.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to characters. A byte order mark decides; then the charset that came with the page, then the one that its
 * markup names, then what the bytes look like; a label that the bytes contradict is passed over, for many pages are
 * mislabelled. Labels mean what the <a href="https://encoding.spec.whatwg.org/">Encoding Standard</a> says.
 */
final class Decoding {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Map<String, Charset> LABELS = labels();
    private static final Pattern META = Pattern
            .compile("<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([^\\s\"'/>;]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([^\"']{1,40})",
            Pattern.CASE_INSENSITIVE);
    /** How much of the bytes is looked at to tell encodings apart. */
    private static final int SAMPLE = 64 * 1024;

    private final ChineseScript script;

    Decoding(ChineseScript script) {
        this.script = script;
    }

    sealed interface Result {
        /** @param damaged places that stand for no character and are U+FFFD in {@code text} */
        record Text(String text, Charset charset, int damaged) implements Result {}

        record Failed(Reading.Rejected rejected) implements Result {}
    }

    private static Map<String, Charset> labels() {
        var labels = new LinkedHashMap<String, Charset>();
        for (String label : "gb2312 gbk gb18030 chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 ms936 windows-936 euc-cn gb2312-80 gb-2312 hz-gb-2312"
                .split(" ")) {
            labels.put(label, GB18030);
        }
        for (String label : "big5 big5-hkscs big-5 cn-big5 csbig5 x-x-big5 big5hkscs cp950".split(" ")) {
            labels.put(label, BIG5);
        }
        for (String label : "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8".split(" ")) {
            labels.put(label, StandardCharsets.UTF_8);
        }
        return Map.copyOf(labels);
    }

    /** The charset that a label means. */
    static Optional<Charset> charset(String label) {
        String plain = label.strip().toLowerCase(Locale.ROOT).replaceAll("[\"';,]", "");
        Charset known = LABELS.get(plain);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(Charset.forName(plain));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    Result decode(byte[] bytes, Optional<String> stated) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            int skip = marked == StandardCharsets.UTF_8 ? 3 : marked == GB18030 ? 4 : 2;
            var text = decode(bytes, skip, bytes.length, marked);
            return text.damaged <= tolerated(text.text) ? text : undecodable(marked.name(), text.damaged);
        }
        if (isBinary(bytes)) {
            return new Result.Failed(
                    new Reading.Rejected(Reading.Reason.BINARY, "the bytes are no text: " + what(bytes),
                            "Give the page itself, as HTML or plain text."));
        }
        String unknown = null;
        Set<Charset> candidates = new LinkedHashSet<>();
        for (Optional<String> label : java.util.List.of(stated, inMarkup(bytes))) {
            if (label.isPresent()) {
                Optional<Charset> named = charset(label.get());
                if (named.isEmpty()) {
                    unknown = label.get();
                } else {
                    // A page that names UTF-16 in ASCII characters is not UTF-16.
                    candidates.add(named.get().name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : named.get());
                }
            }
        }
        return choose(bytes, candidates, unknown);
    }

    private Result choose(byte[] bytes, Set<Charset> labelled, String unknown) {
        var utf8 = decode(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        if (utf8.damaged == 0) {
            // No other encoding's bytes have the form of UTF-8 throughout.
            var once = isAscii(bytes) || Characters.han(utf8.text) > 0 ? null : encodedTwice(utf8.text);
            return once != null ? once : utf8;
        }
        for (Charset label : labelled) {
            var text = label == StandardCharsets.UTF_8 ? utf8 : decode(bytes, 0, bytes.length, label);
            if (text.damaged <= tolerated(text.text) && fit(text.text, label) > 0.8) {
                return text;
            }
        }
        int sample = Math.min(bytes.length, SAMPLE * 4);
        Set<Charset> candidates = new LinkedHashSet<>(labelled);
        candidates.add(StandardCharsets.UTF_8);
        candidates.add(GB18030);
        candidates.add(BIG5);
        Optional<Charset> detected = detect(bytes, sample);
        detected.ifPresent(candidates::add);
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
        var text = decode(bytes, 0, bytes.length, best);
        if (text.damaged <= tolerated(text.text) && bestFit > (labelled.contains(best) ? 0 : 0.4)) {
            return text;
        }
        return unknown != null
                ? new Result.Failed(new Reading.Rejected(Reading.Reason.UNKNOWN_CHARSET,
                        "no charset is called \"" + unknown + "\" and the bytes fit none that Chinese pages use",
                        "State the charset by its usual name (utf-8, gb18030, big5), or convert the page to UTF-8."))
                : undecodable(best.name(), text.damaged);
    }

    /** UTF-8 whose characters are the bytes of a Chinese encoding, each taken for a Western character. */
    private Result.Text encodedTwice(String text) {
        Result.Text best = null;
        double bestFit = 0.85;
        for (String western : new String[]{ "ISO-8859-1", "windows-1252", "ISO-8859-15" }) {
            var encoder = Charset.forName(western).newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith(new byte[]{ '?' });
            try {
                var encoded = encoder.encode(CharBuffer.wrap(text));
                byte[] bytes = java.util.Arrays.copyOf(encoded.array(), encoded.limit());
                for (Charset charset : new Charset[]{ StandardCharsets.UTF_8, GB18030, BIG5 }) {
                    var once = decode(bytes, 0, bytes.length, charset);
                    double fit = fit(once.text, charset);
                    if (once.damaged <= tolerated(once.text) && fit > bestFit) {
                        best = once;
                        bestFit = fit;
                    }
                }
            } catch (java.nio.charset.CharacterCodingException e) {
                throw new IllegalStateException("a replacing encoder does not fail", e);
            }
        }
        return best;
    }

    private static Result undecodable(String charset, int damaged) {
        return new Result.Failed(new Reading.Rejected(Reading.Reason.NOT_DECODABLE,
                "the bytes fit no charset that Chinese pages use; read as " + charset + ", the nearest, " + damaged
                        + (damaged == 1 ? " place is" : " places are") + " no character",
                "Save the page again as its site sends it, or convert it to UTF-8."));
    }

    /** A few broken bytes are damage to one place; many mean that the charset is wrong or the page is ruined. */
    private static int tolerated(String text) {
        return 2 + Characters.han(text) / 100;
    }

    /** How much the text looks like Chinese: 1 for usual characters throughout, less for each that is none. */
    private double fit(String text, Charset charset) {
        int usual = 0;
        int other = 0;
        int broken = 0;
        for (int i = 0; i < text.length() && usual + other < SAMPLE; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            if (c == '\ufffd') {
                broken++;
            } else if (Characters.isHan(c)) {
                if (DoubleByte.isUsual(c) || DoubleByte.isUsual(script.toSimplified(String.valueOf(c)).charAt(0))) {
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
        // UTF-8 has a form that other encodings' bytes do not fall into by chance.
        double form = charset == StandardCharsets.UTF_8 && broken * 50 <= all ? 0.3 : 0;
        return all == 0 ? 0 : (usual - 3.0 * broken) / all + form;
    }

    private static Result.Text decode(byte[] bytes, int from, int to, Charset charset) {
        var whole = new String(bytes, from, to - from, charset);
        if (whole.indexOf('\ufffd') < 0) {
            return new Result.Text(whole, charset, 0);
        }
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes, from, to - from);
        var out = CharBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 8,
                (long) ((to - from) * (double) decoder.averageCharsPerByte()) + 64));
        int damaged = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isOverflow()) {
                var more = CharBuffer.allocate(out.capacity() * 2 + 64);
                out.flip();
                more.put(out);
                out = more;
            } else if (result.isError()) {
                in.position(in.position() + result.length());
                if (out.remaining() == 0) {
                    var more = CharBuffer.allocate(out.capacity() * 2 + 64);
                    out.flip();
                    more.put(out);
                    out = more;
                }
                out.put('\ufffd');
                damaged++;
                decoder.reset();
            } else {
                break;
            }
        }
        out.flip();
        return new Result.Text(out.toString(), charset, damaged);
    }

    private static Charset byteOrderMark(byte[] b) {
        if (startsWith(b, 0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(b, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(b, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(b, 0x84, 0x31, 0x95, 0x33) ? GB18030 : null;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBinary(byte[] bytes) {
        if (!what(bytes).equals("control characters")) {
            return true;
        }
        int n = Math.min(bytes.length, SAMPLE);
        int controls = 0;
        for (int i = 0; i < n; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
                controls++;
            }
        }
        return controls * 100 > n;
    }

    private static String what(byte[] b) {
        if (startsWith(b, '%', 'P', 'D', 'F')) {
            return "a PDF document";
        }
        if (startsWith(b, 'P', 'K', 3, 4)) {
            return "a zip archive (or an office document)";
        }
        if (startsWith(b, 0x1f, 0x8b)) {
            return "gzip; unpack it first";
        }
        if (startsWith(b, 0x89, 'P', 'N', 'G') || startsWith(b, 0xff, 0xd8, 0xff) || startsWith(b, 'G', 'I', 'F', '8')
                || startsWith(b, 'R', 'I', 'F', 'F')) {
            return "a picture, sound or film";
        }
        return startsWith(b, 0x7f, 'E', 'L', 'F') || startsWith(b, 0xd0, 0xcf, 0x11, 0xe0)
                ? "a program or an office document"
                : "control characters";
    }

    private static Optional<String> inMarkup(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 8192), StandardCharsets.ISO_8859_1);
        Matcher xml = XML.matcher(head);
        if (xml.find()) {
            return Optional.of(xml.group(1));
        }
        Matcher meta = META.matcher(head);
        return meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    private static Optional<Charset> detect(byte[] bytes, int to) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, to);
        detector.dataEnd();
        return Optional.ofNullable(detector.getDetectedCharset()).flatMap(Decoding::charset);
    }
}
