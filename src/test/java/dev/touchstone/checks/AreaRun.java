package dev.touchstone.checks;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.client.Http;
import dev.touchstone.client.Limits;
import dev.touchstone.client.Tls;
import dev.touchstone.junit.CheckRunner;
import dev.touchstone.junit.Outcomes;
import dev.touchstone.junit.RunContext;
import dev.touchstone.preflight.Preflight;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.reference.Rig;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Transcript;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A run of some requirements against a server of the tests. */
public record AreaRun(List<Outcome> outcomes, Transcript transcript) {
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** Judges the Streamable HTTP endpoint with the credential that the server asks for. */
    public static AreaRun of(Rig rig, Predicate<Requirement> selection) {
        return of(rig.streamableUrl(), credentials(rig), selection);
    }

    /** Judges the endpoint of HTTP+SSE with the credential that the server asks for. */
    public static AreaRun ofLegacy(Rig rig, Predicate<Requirement> selection) {
        return of(rig.sseUrl(), credentials(rig), selection);
    }

    private static Credentials credentials(Rig rig) {
        return rig.credential()
                .map(needed -> new Credentials(List.of(new Header(needed.header(), needed.value()))))
                .orElse(Credentials.NONE);
    }

    /** Judges an address. */
    public static AreaRun of(URI url, Credentials credentials, Predicate<Requirement> selection) {
        Target target = new Target(url, credentials);
        Transcript transcript = new Transcript();
        try (Http http = new Http(target, transcript, Limits.DEFAULT, Tls.standard())) {
            ServerFacts facts = new Preflight(
                            target,
                            http,
                            CATALOGUE,
                            CATALOGUE.revisions().stream()
                                    .filter(revision -> revision.era() == Era.STATEFUL)
                                    .toList())
                    .run();
            Outcomes outcomes = new Outcomes(outcome -> {});
            CheckRunner.run(new RunContext(CATALOGUE, target, http, facts, selection, outcomes), 4);
            return new AreaRun(outcomes.all(), transcript);
        }
    }

    /** The requirements that turned red or amber, or on which the suite failed. */
    public Set<String> conspicuous() {
        return with(EnumSet.of(Verdict.ERROR, Verdict.FAIL, Verdict.WARN, Verdict.INTEROP));
    }

    /** The requirements with one of these verdicts in any revision. */
    public Set<String> with(Set<Verdict> verdicts) {
        return outcomes.stream()
                .filter(outcome -> verdicts.contains(outcome.verdict()))
                .map(outcome -> outcome.requirement().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return outcomes.stream()
                .map(o -> o.verdict() + " " + o.key() + " | " + o.expected() + " | " + o.seen() + " | " + o.reason())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
