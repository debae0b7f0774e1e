package dev.touchstone.demo;

import java.util.List;
import java.util.Optional;

/** Leads a request to its endpoint, past the guard. */
final class Router {

    static final String STATELESS = "/stateless";
    static final String DUAL = "/dual";

    /** The endpoints beside the one whose path can be chosen. */
    static final List<String> OTHERS = List.of(STATELESS, DUAL, LegacyEndpoint.STREAM);

    private final String endpoint;
    private final Guard guard;
    private final Optional<Metadata> metadata;
    private final StreamableEndpoint streamable;
    private final StatelessEndpoint stateless;
    private final LegacyEndpoint legacy;

    Router(
            String endpoint,
            Guard guard,
            Optional<Metadata> metadata,
            StreamableEndpoint streamable,
            StatelessEndpoint stateless,
            LegacyEndpoint legacy) {
        this.endpoint = endpoint;
        this.guard = guard;
        this.metadata = metadata;
        this.streamable = streamable;
        this.stateless = stateless;
        this.legacy = legacy;
    }

    Reply route(Request request) {
        String path = request.path();
        if (path.equals(endpoint)) {
            return guard.refuse(request).orElseGet(() -> streamable.handle(request));
        }
        if (path.equals(STATELESS) || (path.equals(DUAL) && StatelessEndpoint.isMeant(request))) {
            return guard.refuse(request).orElseGet(() -> stateless.handle(request));
        }
        if (path.equals(DUAL)) {
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
