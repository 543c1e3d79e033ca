package org.jingwei.publish;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jingwei.source.Json;

/**
 * The server's own messages as one JSON object a line: {@code time} (UTC), {@code level}, {@code logger},
 * {@code message}, and {@code thrown} with its trace. For a configuration of java.util.logging.
 */
public final class JsonMessages extends Formatter {
    @Override
    public String format(LogRecord message) {
        var line = new LinkedHashMap<String, Object>();
        line.put("time", message.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("level", message.getLevel().getName());
        line.put("logger", String.valueOf(message.getLoggerName()));
        line.put("message", String.valueOf(formatMessage(message)));
        if (message.getThrown() != null) {
            var trace = new java.io.StringWriter();
            message.getThrown().printStackTrace(new java.io.PrintWriter(trace));
            line.put("thrown", trace.toString());
        }
        return Json.line(line) + "\n";
    }
}
