package org.jingwei.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A code that means one thing and no other. */
public record Identifier(Scheme scheme, String value) {

    /** Who gives the codes. */
    public enum Scheme {
        /** Six digits, of a division. */
        GBT2260,
        /** {@code CN-JS}, of a province. */
        ISO3166_2,
        /** Item of a province in Wikidata. */
        WIKIDATA,
        /** Code and exchange, {@code 600519.SH}. */
        TICKER,
        /** Ten digits of the Ministry of Education. */
        UNIVERSITY,
        /** Unified Social Credit Code, 18 characters (GB 32100). */
        CREDIT_CODE,
        /** Any other that the graph states of an organisation. */
        OTHER
    }

    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /**
     * What a cell with a code may mean: the codes themselves, in their usual spelling. Statistical codes of twelve
     * digits that end in zeros are the division's; spreadsheets write 320500 as 320500.0; exchanges may stand in front.
     *
     * @return empty when it has the form of none
     */
    public static List<Identifier> read(String written) {
        String code = Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        List<Identifier> found = new ArrayList<>();
        if (code.matches("[1-9]\\d{5}(\\.0)?")) {
            found.add(new Identifier(Scheme.GBT2260, code.substring(0, 6)));
        } else if (code.matches("[1-9]\\d{5}0{6}")) {
            found.add(new Identifier(Scheme.GBT2260, code.substring(0, 6)));
        } else if (code.matches("CN-[A-Z]{2}")) {
            found.add(new Identifier(Scheme.ISO3166_2, code));
        } else if (code.matches("Q[1-9]\\d*")) {
            found.add(new Identifier(Scheme.WIKIDATA, code));
        } else if (code.matches("[0-9A-Z]{18}")) {
            found.add(new Identifier(Scheme.CREDIT_CODE, code));
        } else if (code.matches("4[1-9]\\d{8}")) {
            found.add(new Identifier(Scheme.UNIVERSITY, code));
        }
        ticker(code).ifPresent(found::add);
        return List.copyOf(found);
    }

    private static Optional<Identifier> ticker(String code) {
        String turned = code.replaceFirst("^(SH|SZ|BJ|HK)[.:]?(\\d{4,6})$", "$2.$1");
        if (turned.matches("\\d{6}\\.(SH|SZ|BJ)|[A-Z]{1,6}\\.US")) {
            return Optional.of(new Identifier(Scheme.TICKER, turned));
        }
        if (turned.matches("\\d{1,5}\\.HK")) {
            return Optional.of(new Identifier(Scheme.TICKER, "0".repeat(8 - turned.length()) + turned));
        }
        return Optional.empty();
    }

    /** Whether the check character of a Unified Social Credit Code agrees with the others. */
    public static boolean isCreditCode(String code) {
        if (code.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = CREDIT_CHARACTERS.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CHARACTERS.indexOf(code.charAt(17)) == (31 - sum % 31) % 31;
    }
}
