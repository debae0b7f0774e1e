package dev.touchstone.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.nio.file.Path;

/** Writes JSON files. */
final class JsonFile {
    private JsonFile() {}

    /** Replaces the file by this value, indented, with a line break at its end. */
    static void write(Path file, JsonNode value) throws IOException {
        AtomicFile.write(file, Json.pretty(value).replace("\r\n", "\n") + "\n");
    }
}
