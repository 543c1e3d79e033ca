package org.jingwei.publish;

import java.nio.file.Path;

/**
 * A log of requests, one JSON object a line.
 *
 * @param file            appended to
 * @param queryCharacters of a query's text, most that are kept
 */
public record RequestLogFile(Path file, int queryCharacters) {
    public RequestLogFile {
        if (queryCharacters < 0) {
            throw new IllegalArgumentException("the log keeps 0 or more characters of a query");
        }
    }
}
