package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.resource.AllowSchemaLoader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A JSON Schema that a server published, to judge values of the same server by. Nothing is ever fetched for it; formats
 * are not judged, its patterns are run for a while at most, and one that names no dialect is of 2020-12.
 */
public final class ForeignSchema {
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .formatAssertionsEnabled(false)
            .regularExpressionFactory(BoundedPattern::new)
            .build();

    private static final long MOST_SECONDS = 5;

    private final JsonSchema compiled;

    private ForeignSchema(JsonSchema compiled) {
        this.compiled = compiled;
    }

    /** A schema, empty when it is too large, of an unknown dialect, or not one that can be used. */
    public static Optional<ForeignSchema> of(JsonNode schema) {
        Optional<SchemaDialect> dialect = SchemaDialect.of(schema);
        if (dialect.isEmpty() || !schema.isObject() || !MetaSchemas.judgeable(schema)) {
            return Optional.empty();
        }
        try {
            JsonSchema compiled = JsonSchemaFactory.getInstance(
                            dialect.get().version(),
                            builder -> builder.schemaLoaders(loaders -> loaders.add(
                                    new AllowSchemaLoader(iri -> iri.toString().startsWith("classpath:")))))
                    .getSchema(schema, CONFIG);
            compiled.initializeValidators();
            return Optional.of(new ForeignSchema(compiled));
        } catch (RuntimeException | StackOverflowError unusable) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong with a value, each with its place, nothing if it fits; empty if the schema turns out to be unusable: it
     * leads round in circles, or takes too long.
     */
    public Optional<List<String>> problems(JsonNode value) {
        FutureTask<List<String>> judging = new FutureTask<>(() -> found(value));
        Thread thread = new Thread(judging, "schema of the server");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(judging.get(MOST_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException unusable) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private List<String> found(JsonNode value) {
        return compiled.validate(value).stream()
                .map(message -> message.getInstanceLocation() + " " + message.getMessage())
                .sorted()
                .toList();
    }
}
