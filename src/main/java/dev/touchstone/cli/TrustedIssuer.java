package dev.touchstone.cli;

import dev.touchstone.authserver.AuthorizationServer;
import dev.touchstone.authserver.Flaw;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The authorization server of {@code as=demo}, whose tokens become options of the run; without the option nothing. */
final class TrustedIssuer implements AutoCloseable {
    private static final int PORT = 9400;
    private static final String SCOPE = "mcp";
    private static final Map<Option, Flaw> TOKENS = new EnumMap<>(Map.of(
            Option.BEARER, Flaw.NONE,
            Option.BEARER_EXPIRED, Flaw.EXPIRED,
            Option.BEARER_LOW_SCOPE, Flaw.NO_SCOPE,
            Option.BEARER_OTHER_AUDIENCE, Flaw.OTHER_AUDIENCE,
            Option.BEARER_SECOND, Flaw.SECOND_USER));

    private final List<AuthorizationServer> running;

    private TrustedIssuer(List<AuthorizationServer> running) {
        this.running = running;
    }

    /** Starts the server if it is wanted, and gives the run its tokens. */
    static TrustedIssuer start(Options options) {
        String wanted = options.one(Option.AS).orElse("");
        if (wanted.isBlank()) {
            demandNothingMore(options);
            return new TrustedIssuer(List.of());
        } else if (!wanted.equals("demo")) {
            throw new UsageError(
                    "as is '" + wanted + "' and can only be demo: tokens of other authorization servers are"
                            + " given as bearer, bearer.expired and so on");
        }
        for (Option token : TOKENS.keySet()) {
            if (options.given(token)) {
                throw new UsageError("as=demo makes the tokens itself: leave out " + token.optionName());
            }
        }
        AuthorizationServer server = listening(options);
        TOKENS.forEach((option, flaw) -> options.with(option, server.token(flaw)));
        return new TrustedIssuer(List.of(server));
    }

    private static void demandNothingMore(Options options) {
        for (Option of : List.of(Option.AS_PORT, Option.AS_AUDIENCE, Option.AS_SCOPE, Option.AS_TYP)) {
            if (options.given(of)) {
                throw new UsageError(of.optionName() + " means nothing without as=demo");
            }
        }
    }

    private static AuthorizationServer listening(Options options) {
        int port = options.number(Option.AS_PORT, PORT, 1);
        String audience = options.one(Option.AS_AUDIENCE)
                .or(() -> options.one(Option.TARGET).map(TrustedIssuer::withoutQuery))
                .orElse("");
        List<String> scopes = options.list(Option.AS_SCOPE);
        try {
            return AuthorizationServer.start(
                    port,
                    audience,
                    scopes.isEmpty() ? List.of(SCOPE) : scopes,
                    options.one(Option.AS_TYP).orElse("at+jwt"));
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageError("the authorization server cannot listen on port " + port + " (" + e.getMessage()
                    + "): choose another with as.port");
        }
    }

    /** A key in the query belongs to the way in, and has no place in a token. */
    private static String withoutQuery(String url) {
        return url.split("[?#]", 2)[0];
    }

    @Override
    public void close() {
        running.forEach(AuthorizationServer::close);
    }
}
