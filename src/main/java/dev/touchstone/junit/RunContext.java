package dev.touchstone.junit;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.client.Http;
import dev.touchstone.client.Ids;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.Limits;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.MirroredArguments;
import dev.touchstone.client.PlainHttp;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.target.Target;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What a run hands to its checks. */
public final class RunContext {
    /** The areas whose checks begin with plain exchanges. */
    private static final Set<String> PLAIN = Set.of("discovery", "authorization");

    private final Catalogue catalogue;
    private final Target target;
    private final Http http;
    private final ServerFacts facts;
    private final Predicate<Requirement> selection;
    private final Outcomes outcomes;
    private final Permits permits;
    private final Liveness liveness;
    private final SharedObservations shared;
    private final MirroredArguments mirrored = new MirroredArguments();

    /** Brings together what the run knows and where its outcomes go. */
    public RunContext(
            Catalogue catalogue,
            Target target,
            Http http,
            ServerFacts facts,
            Predicate<Requirement> selection,
            Permits permits,
            Outcomes outcomes) {
        this.catalogue = catalogue;
        this.target = target;
        this.http = http;
        this.facts = facts;
        this.selection = selection;
        this.permits = permits;
        this.outcomes = outcomes;
        this.liveness = new Liveness(this);
        this.shared = new SharedObservations(this);
        if (catalogue.requirements().stream()
                .filter(selection)
                .anyMatch(requirement -> PLAIN.contains(requirement.area()))) {
            PlainHttp.warmUp();
        }
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Target target() {
        return target;
    }

    ServerFacts facts() {
        return facts;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    Permits permits() {
        return permits;
    }

    Liveness liveness() {
        return liveness;
    }

    SharedObservations shared() {
        return shared;
    }

    /** How long a check may take: several answers, and more where requests are spaced out. */
    Duration checkLimit() {
        Limits limits = http.limits();
        Duration several = limits.answer().multipliedBy(9);
        return limits.perSecond() == 0 ? several : several.plusSeconds(200 / limits.perSecond() + 60);
    }

    boolean selects(Requirement requirement) {
        return selection.test(requirement);
    }

    McpClient client(Dialect dialect, String purpose) {
        Supplier<Ids> ids = facts.stringIdsOnly() ? Ids::strings : Ids::integers;
        Http sender = http.forPurpose(purpose).under(dialect.revision());
        if (dialect.revision().era() == Era.STATELESS) {
            return new StatelessClient(sender, target, dialect.revision(), ids, mirrored);
        }
        return dialect.transport() == Transport.HTTP_SSE
                ? new LegacySseClient(sender, target, dialect.revision(), ids)
                : new StreamableClient(sender, target, dialect.revision(), ids);
    }

    PlainHttp plain(String purpose) {
        return http.forPurpose(purpose).plain();
    }
}
