package dev.touchstone.checks.discovery;

import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import java.util.List;
import java.util.Optional;

/** Whether a client that was refused finds metadata to go on with, or has to guess where to register. */
@Shared(Shared.Per.ERA)
final class LoginPath {
    private final WellKnown wellKnown;
    private final Unauthenticated unauthenticated;

    LoginPath(WellKnown wellKnown, Unauthenticated unauthenticated) {
        this.wellKnown = wellKnown;
        this.unauthenticated = unauthenticated;
    }

    /** Not applicable where clients have no reason to guess: the server is open, or publishes metadata. */
    void demandNone(Expect expect) {
        Optional<Exchange> refusal = unauthenticated.refusal();
        unauthenticated.answers().forEach(expect::seen);
        if (refusal.isEmpty()) {
            Exchange first = unauthenticated.answers().get(0);
            throw new NotApplicable("the server asks for no credentials: without any, " + first.inShort()
                    + " (exchange " + first.number() + ")");
        }
        List<Document> documents = wellKnown.asked();
        documents.forEach(document -> expect.seen(document.exchange()));
        documents.stream().filter(Document::served).findFirst().ifPresent(document -> {
            throw new NotApplicable(document.label() + " serves metadata, which clients follow (exchange "
                    + document.exchange().number() + ")");
        });
        if (!unauthenticated.metadataUrls().isEmpty()) {
            throw new NotApplicable("the challenge names metadata: "
                    + unauthenticated.metadataUrls().get(0));
        }
    }
}
