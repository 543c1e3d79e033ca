package org.jingwei.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jingwei.source.Json;

/**
 * One line of the corpus.
 *
 * @param bytes   of the request, as they go over the wire
 * @param drip    milliseconds between two bytes; 0 for all at once
 * @param expect  a pattern of statuses ({@code 4..}, {@code 400|414}); {@code closed} where the server hangs up
 * @param lacks   what the answer must not contain
 * @param has     what it must contain
 * @param seconds in which the answer is there
 */
record Attack(String name, byte[] bytes, int drip, String expect, List<String> lacks, List<String> has, int seconds) {
    private static final Pattern REPEAT = Pattern.compile("(?s)«(\\d+)×(.*?)»");

    /**
     * @param line JSON: {@code query} is posted to {@code /sparql}; {@code get} is asked with GET; otherwise
     *             {@code method}, {@code path}, {@code headers}, {@code body}; or all of it as {@code raw}.
     *             {@code «N×text»} is that text N times, {@code {trap}} the address of a server that nobody may reach
     */
    @SuppressWarnings("unchecked")
    static Attack of(String line, String trap) {
        Map<String, Object> fields;
        try {
            fields = (Map<String, Object>) Json.read(line);
        } catch (Json.Malformed e) {
            throw new IllegalArgumentException(line, e);
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Host", "localhost");
        headers.put("Connection", "close");
        ((Map<String, String>) fields.getOrDefault("headers", Map.of())).forEach(
                (name, value) -> headers.put(name, text(value, trap)));
        String method = text(fields.getOrDefault("method", "GET"), trap);
        String path = text(fields.getOrDefault("path", "/sparql"), trap);
        byte[] body = text(fields.getOrDefault("body", ""), trap).getBytes(StandardCharsets.UTF_8);
        if (fields.containsKey("query")) {
            method = "POST";
            headers.put("Content-Type", "application/sparql-query");
            body = text(fields.get("query"), trap).getBytes(StandardCharsets.UTF_8);
        } else if (fields.containsKey("get")) {
            path = "/sparql?query=" + java.net.URLEncoder.encode(text(fields.get("get"), trap), StandardCharsets.UTF_8);
        }
        if (fields.containsKey("gzip")) {
            body = zipped(body);
        }
        byte[] bytes = fields.containsKey("raw")
                ? text(fields.get("raw"), trap).getBytes(StandardCharsets.UTF_8)
                : request(method, path, headers, body);
        return new Attack((String) fields.get("name"), bytes, number(fields, "drip", 0),
                (String) fields.get("expect"), (List<String>) fields.getOrDefault("lacks", List.of()),
                (List<String>) fields.getOrDefault("has", List.of()),
                number(fields, "seconds", AttackedServer.SECONDS));
    }

    private static int number(Map<String, Object> fields, String name, int otherwise) {
        return fields.containsKey(name) ? Integer.parseInt(fields.get(name).toString()) : otherwise;
    }

    private static String text(Object value, String trap) {
        String text = value.toString().replace("{trap}", trap);
        return REPEAT.matcher(text).replaceAll(found -> java.util.regex.Matcher
                .quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    private static byte[] request(String method, String path, Map<String, String> headers, byte[] body) {
        var out = new ByteArrayOutputStream();
        if (body.length > 0) {
            headers.putIfAbsent("Content-Length", "" + body.length);
        }
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] zipped(byte[] body) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
