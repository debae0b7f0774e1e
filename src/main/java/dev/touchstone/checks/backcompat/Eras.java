package dev.touchstone.checks.backcompat;

import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.junit.Siblings;
import dev.touchstone.verdict.NotApplicable;

/** Whether a server speaks this era alone or earlier revisions, too. */
final class Eras {
    private Eras() {}

    /**
     * Leaves servers of both eras alone.
     *
     * @throws NotApplicable on a server that speaks an earlier revision, too
     */
    static void demandOne(Siblings siblings) {
        siblings.earlier().stream().findFirst().ifPresent(revision -> {
            throw new NotApplicable("the server also speaks " + revision + ", which has its own use for this");
        });
    }

    /**
     * The newest revision with sessions that the server speaks at the same address.
     *
     * @throws NotApplicable if it speaks none
     */
    static Revision earlier(Siblings siblings) {
        return siblings.earlier().stream()
                .filter(revision -> revision.transport() == Transport.STREAMABLE_HTTP)
                .findFirst()
                .orElseThrow(() -> new NotApplicable("the server speaks no earlier revision at this address"));
    }
}
