package org.jingwei.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jingwei.source.Json;

/** Borders that who runs the server may show: a GeoJSON feature collection, handed to the page as it is. */
final class OwnMap {
    private static final long MOST_BYTES = 16 << 20;

    private OwnMap() {}

    /** @throws PublishException when it is no feature collection, or cannot be read */
    static Asset read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused(file, "is larger than 16 MB", null);
            }
            byte[] content = Files.readAllBytes(file);
            if (!(Json.read(Files.readString(file)) instanceof Map<?, ?> map)
                    || !"FeatureCollection".equals(map.get("type"))
                    || !(map.get("features") instanceof List<?> features) || features.isEmpty()) {
                throw refused(file, "is no GeoJSON feature collection", null);
            }
            return Asset.of("application/geo+json", content);
        } catch (IOException | Json.Malformed e) {
            throw refused(file, "cannot be read as GeoJSON: " + e.getMessage(), e);
        }
    }

    private static PublishException refused(Path file, String why, Exception cause) {
        return new PublishException("The map [" + file + "] " + why + ".",
                "Give a feature collection of provinces in UTF-8, or leave map out.", cause);
    }
}
