package dev.touchstone.demo;

import dev.touchstone.demo.rpc.Messages;
import java.util.Optional;

/** Turns away what comes from a foreign web page or without the credential. */
final class Guard {

    private final Behaviour behaviour;
    private final Optional<Metadata> metadata;

    Guard(Behaviour behaviour, Optional<Metadata> metadata) {
        this.behaviour = behaviour;
        this.metadata = metadata;
    }

    /** The refusal of a request; empty if it may pass. */
    Optional<Reply> refuse(Request request) {
        if (!request.header("Origin")
                .map(origin -> behaviour.trusts(request, origin))
                .orElse(true)) {
            return Optional.of(Reply.json(403, Messages.error(null, Messages.INVALID_REQUEST, "foreign Origin")));
        }
        if (!behaviour.admits(request)) {
            return Optional.of(challenge(request));
        }
        return behaviour
                .pass(request)
                .flatMap(pass -> behaviour.lacks(pass, request))
                .map(scope -> tooLittle(request, scope));
    }

    private Reply tooLittle(Request request, String scope) {
        String challenge = "Bearer error=\"insufficient_scope\", scope=\"" + scope + '"';
        return Reply.notice(403, "insufficient_scope", "the token does not allow this")
                .with("WWW-Authenticate", challenge + leading(request));
    }

    /** Where the metadata lies, as a challenge says it. */
    private String leading(Request request) {
        return metadata.map(documents -> ", resource_metadata=\"" + documents.resourceUrl(request.path()) + '"')
                .orElse("");
    }

    private Reply challenge(Request request) {
        if (behaviour.credential().filter(Credential::isToken).isEmpty()) {
            return Reply.notice(401, "unauthorized", "a valid credential is needed")
                    .with("WWW-Authenticate", "ApiKey realm=\"demo\"");
        }
        StringBuilder challenge = new StringBuilder("Bearer realm=\"demo\"");
        if (behaviour
                .credential()
                .flatMap(needed -> request.header(needed.header()))
                .isPresent()) {
            challenge.append(", error=\"invalid_token\"");
        }
        if (metadata.isPresent()) {
            challenge.append(", scope=\"mcp\"").append(leading(request));
        }
        return Reply.notice(401, "invalid_token", "a valid credential is needed")
                .with("WWW-Authenticate", challenge.toString());
    }
}
