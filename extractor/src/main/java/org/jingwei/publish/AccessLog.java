package org.jingwei.publish;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.RequestLogWriter;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.jingwei.source.Json;

/**
 * One JSON object a line for each request: {@code time} (UTC), {@code client}, {@code who} (the name of the token or
 * user), {@code method}, {@code path}, {@code query} (SPARQL) or {@code parameters}, {@code status}, {@code bytes},
 * {@code ms}, {@code agent}. Tokens and passwords are in none of them. With {@code yyyy_mm_dd} in its name, the file is
 * another one every day.
 */
final class AccessLog extends ContainerLifeCycle implements RequestLog {
    private static final Logger TROUBLE = Logger.getLogger(AccessLog.class.getName());
    private static final int MOST_OF_A_HEADER = 200;
    private static final Pattern PARAMETER = Pattern.compile("(?<=^|&)([^=&]*+)=[^&]*+");
    private static final Pattern SECRET = Pattern.compile("(?i)token|password|secret|key");

    private final RequestLogWriter file;
    private final int most;

    AccessLog(RequestLogFile log) {
        this.most = log.queryCharacters();
        this.file = new RequestLogWriter(log.file().toString());
        this.file.setAppend(true);
        this.file.setRetainDays(0);
        addBean(file);
    }

    @Override
    public void log(Request request, Response response) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("client", Request.getRemoteAddr(request));
        Optional.ofNullable(request.getAttribute(Guard.WHO)).ifPresent(who -> line.put("who", who));
        line.put("method", cut(request.getMethod(), MOST_OF_A_HEADER));
        line.put("path", cut(request.getHttpURI().getPath(), most));
        RequestLogEntry.query(request).ifPresentOrElse(query -> line.put("query", cut(query, most)),
                () -> Optional.ofNullable(request.getHttpURI().getQuery()).ifPresent(
                        parameters -> line.put("parameters",
                                cut(withoutSecrets(parameters), most))));
        line.put("status", response.getStatus());
        line.put("bytes", Response.getContentBytesWritten(response));
        line.put("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()));
        Optional.ofNullable(request.getHeaders().get("User-Agent"))
                .ifPresent(agent -> line.put("agent", cut(agent, MOST_OF_A_HEADER)));
        try {
            file.write(Json.line(line));
        } catch (IOException e) {
            TROUBLE.log(Level.SEVERE, "the log of requests takes no more: {0}", e.getMessage());
        }
    }

    /** In time that grows with the length only: everybody may send a long one. */
    static String withoutSecrets(String parameters) {
        return PARAMETER.matcher(parameters).replaceAll(found -> Matcher.quoteReplacement(
                SECRET.matcher(found.group(1)).find() ? found.group(1) + "=…" : found.group()));
    }

    private static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        int end = most > 0 && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
