package dev.touchstone.demo;

import java.util.Optional;

/** Leads a request to its endpoint, past the guard. */
final class Router {

    private final String endpoint;
    private final Guard guard;
    private final Optional<Metadata> metadata;
    private final StreamableEndpoint streamable;
    private final LegacyEndpoint legacy;

    Router(
            String endpoint,
            Guard guard,
            Optional<Metadata> metadata,
            StreamableEndpoint streamable,
            LegacyEndpoint legacy) {
        this.endpoint = endpoint;
        this.guard = guard;
        this.metadata = metadata;
        this.streamable = streamable;
        this.legacy = legacy;
    }

    Reply route(Request request) {
        String path = request.path();
        if (path.equals(endpoint)) {
            return guard.refuse(request).orElseGet(() -> streamable.handle(request));
        }
        if (path.equals(LegacyEndpoint.STREAM)) {
            return guard.refuse(request).orElseGet(() -> legacy.listen(request));
        }
        if (path.equals(LegacyEndpoint.MESSAGES)) {
            return guard.refuse(request).orElseGet(() -> legacy.take(request));
        }
        return metadata.flatMap(documents -> documents.serve(path))
                .orElseGet(() -> Reply.notice(404, "not_found", "nothing is served here"));
    }
}
