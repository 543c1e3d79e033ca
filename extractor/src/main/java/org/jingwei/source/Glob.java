package org.jingwei.source;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * A path with wildcards: {@code *} and {@code ?} inside one name, {@code **} across folders, <code>{a,b}</code>,
 * {@code [a-z]}. A star, a double star and its slash also stand for nothing: {@code a/**}{@code /*.html} finds
 * {@code a/b.html}.
 *
 * @param base    the folder that the first wildcard is searched in
 * @param matcher of paths that start with {@code base} as written
 * @param depth   how many names below {@code base} a match can lie
 */
record Glob(Path base, PathMatcher matcher, int depth) {

    /** The glob that this is; empty when it holds no wildcard or is itself the path of something. */
    static Optional<Glob> of(String input) {
        int wildcard = 0;
        while (wildcard < input.length() && "*?{[".indexOf(input.charAt(wildcard)) < 0) {
            wildcard++;
        }
        if (wildcard == input.length() || exists(input)) {
            return Optional.empty();
        }
        int slash = input.lastIndexOf('/', wildcard);
        String rest = input.substring(slash + 1);
        Path base = Path.of(slash < 0 ? "" : input.substring(0, slash + 1));
        int depth = rest.contains("**") ? Integer.MAX_VALUE : rest.split("/").length;
        try {
            var files = FileSystems.getDefault();
            PathMatcher exact = files.getPathMatcher("glob:" + rest);
            PathMatcher flat = files.getPathMatcher("glob:" + rest.replace("**/", ""));
            return Optional.of(new Glob(base, path -> {
                Path below = slash < 0 ? path : base.relativize(path);
                return exact.matches(below) || flat.matches(below);
            }, depth));
        } catch (PatternSyntaxException e) {
            return Optional.empty(); // then it is a path that does not exist, and is reported so
        }
    }

    private static boolean exists(String input) {
        try {
            return Files.exists(Path.of(input));
        } catch (java.nio.file.InvalidPathException e) {
            return false; // a wildcard is no path on every system
        }
    }
}
