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
        return behaviour.admits(request) ? Optional.empty() : Optional.of(challenge(request));
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
        metadata.ifPresent(documents -> challenge
                .append(", scope=\"mcp\", resource_metadata=\"")
                .append(documents.resourceUrl(request.path()))
                .append('"'));
        return Reply.notice(401, "invalid_token", "a valid credential is needed")
                .with("WWW-Authenticate", challenge.toString());
    }
}
