package org.jingwei.publish;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question to the API as its address and headers put it.
 *
 * @param values   of the query's parameters; one given without a value, as forms do, counts as not given
 * @param language wanted; that of the parameter {@code lang} or else of Accept-Language
 * @param offset   rows to leave out at the start
 * @param limit    most rows wanted
 * @param format   wanted
 */
record ApiRequest(Map<String, String> values, Optional<Language> language, long offset, Optional<Long> limit,
        ApiFormat format) {
    static final String LANG = "lang";
    static final String FORMAT = "format";
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";

    /** What every query understands; no query may declare a parameter of one of these names. */
    static final List<String> RESERVED = List.of(LANG, FORMAT, LIMIT, OFFSET);

    /** @throws Problem.Thrown when it makes no sense */
    static ApiRequest of(HttpServletRequest request, LibraryQuery query) {
        List<String> known = new ArrayList<>(query.parameters().stream().map(QueryParameter::name).toList());
        known.addAll(RESERVED);
        var values = new LinkedHashMap<String, String>();
        var common = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, given) -> {
            if (!known.contains(name)) {
                throw Problem.badRequest("The query " + query.name() + " has no parameter \"" + shown(name) + "\".",
                        known).thrown();
            }
            if (given.length != 1) {
                throw Problem
                        .badRequest("The parameter " + name + " is given " + given.length + " times; give it once.",
                                List.of())
                        .thrown();
            }
            if (!given[0].isEmpty()) {
                (RESERVED.contains(name) ? common : values).put(name, given[0]);
            }
        });
        try {
            QueryLibrary.check(query, values);
        } catch (PublishException e) {
            throw Problem.badRequest(e.getMessage() + " " + e.remedy(), List.of()).thrown();
        }
        return new ApiRequest(values, language(request, common.get(LANG)),
                number(OFFSET, common.get(OFFSET)).orElse(0L), number(LIMIT, common.get(LIMIT)),
                format(request, common.get(FORMAT)));
    }

    private static Optional<Language> language(HttpServletRequest request, String stated) {
        if (stated == null) {
            return Language.preferred(request.getHeader("Accept-Language"));
        }
        return Optional.of(Language.named(stated).orElseThrow(() -> Problem
                .badRequest("There is no language \"" + shown(stated) + "\".", List.of("en", "zh")).thrown()));
    }

    private static ApiFormat format(HttpServletRequest request, String stated) {
        if (stated == null) {
            return Negotiation.choose(request.getHeader("Accept"), List.of(ApiFormat.values()), ApiFormat::mediaType)
                    .orElseThrow(() -> Problem.notAcceptable(ApiFormat.mediaTypes()).thrown());
        }
        return ApiFormat.named(stated).orElseThrow(() -> Problem
                .badRequest("There is no format \"" + shown(stated) + "\".", ApiFormat.names()).thrown());
    }

    private static Optional<Long> number(String name, String stated) {
        if (stated == null) {
            return Optional.empty();
        }
        if (!stated.matches("\\d{1,9}")) {
            throw Problem.badRequest("The parameter " + name + " cannot be \"" + shown(stated)
                    + "\". Give a whole number, 0 or more.", List.of()).thrown();
        }
        return Optional.of(Long.parseLong(stated));
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
