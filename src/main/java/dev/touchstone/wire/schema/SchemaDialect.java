package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The dialects of JSON Schema that the suite knows. */
public enum SchemaDialect {
    /** Draft 4. */
    DRAFT_04("http://json-schema.org/draft-04/schema", VersionFlag.V4),
    /** Draft 6. */
    DRAFT_06("http://json-schema.org/draft-06/schema", VersionFlag.V6),
    /** Draft 7, what most generators write. */
    DRAFT_07("http://json-schema.org/draft-07/schema", VersionFlag.V7),
    /** 2019-09. */
    DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema", VersionFlag.V201909),
    /** 2020-12, the dialect of schemas that name none. */
    DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema", VersionFlag.V202012);

    private static final List<SchemaDialect> NEWEST_FIRST =
            List.of(DRAFT_2020_12, DRAFT_2019_09, DRAFT_07, DRAFT_06, DRAFT_04);

    private final String uri;
    private final VersionFlag version;

    SchemaDialect(String uri, VersionFlag version) {
        this.uri = uri;
        this.version = version;
    }

    /** The URI of its meta-schema, without a fragment. */
    public String uri() {
        return uri;
    }

    VersionFlag version() {
        return version;
    }

    /** The dialect of a schema: the one that it names, 2020-12 if it names none, empty if it names an unknown one. */
    public static Optional<SchemaDialect> of(JsonNode schema) {
        JsonNode named = schema.path("$schema");
        if (!named.isTextual()) {
            return Optional.of(DRAFT_2020_12);
        }
        String plain = named.asText().replaceFirst("#$", "").replaceFirst("^https?:", "");
        return Arrays.stream(values())
                .filter(dialect -> dialect.uri.replaceFirst("^https?:", "").equals(plain))
                .findFirst();
    }

    /**
     * The dialects that a schema may be of where no default is laid down, the newest first: the one that it names, any if
     * it names none, and none that is known if it names another.
     */
    public static List<SchemaDialect> possible(JsonNode schema) {
        return schema.path("$schema").isTextual() ? of(schema).stream().toList() : NEWEST_FIRST;
    }
}
