package dev.touchstone.checks.discovery;

import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import java.util.List;

/**
 * Whether a server asks for credentials, and whether it does so by the authorization framework of the protocol. To follow
 * that is recommended, and a server may agree with its clients on another way, such as a key in a header. So what the
 * framework demands binds a server only if it shows that it follows it: by a Bearer challenge, by resource metadata about
 * itself, or, unless it names another scheme, by the metadata of an authorization server on its own origin.
 */
@Shared(Shared.Per.ERA)
public final class Protection {
    /** The requirement that missing credentials are answered 401. */
    public static final String STATUS = "auth.401.when-unauthorized";

    /** The requirement that a 401 has a Bearer challenge. */
    public static final String BEARER = "auth.www-authenticate.bearer";

    private final Unauthenticated unauthenticated;
    private final ProtectedResource resource;
    private final WellKnown wellKnown;
    private final Target target;

    Protection(Unauthenticated unauthenticated, ProtectedResource resource, WellKnown wellKnown, Target target) {
        this.unauthenticated = unauthenticated;
        this.resource = resource;
        this.wellKnown = wellKnown;
        this.target = target;
    }

    /** The answer that asks for credentials; not applicable where none does, or where it asks in a way of its own. */
    public Exchange demand(Expect expect) {
        List<Exchange> answers = unauthenticated.answers();
        answers.forEach(expect::seen);
        Exchange first = answers.get(0);
        if (first.response().isEmpty()) {
            throw new Inconclusive("a request without credentials got no answer: " + first.inShort());
        }
        Exchange refusal = unauthenticated.refusal().orElseThrow(() -> new NotApplicable(open(first)));
        if (!followsFramework()) {
            throw new NotApplicable(
                    "the server asks for credentials in a way of its own: neither a Bearer challenge nor"
                            + " metadata shows OAuth (exchange " + refusal.number() + ")");
        }
        return refusal;
    }

    private static String open(Exchange first) {
        return "the server asked for no credentials: without any, " + first.inShort() + " (exchange " + first.number()
                + ")";
    }

    /** Whether the server shows that it follows the framework. */
    public boolean followsFramework() {
        List<Challenge> challenges = challenges();
        boolean another = !challenges.isEmpty();
        return challenges.stream().anyMatch(Challenge::isBearer)
                || describesItself()
                || (!another && wellKnown.root(WellKnown.AUTHORIZATION_SERVER).served());
    }

    /**
     * Whether something leads to an authorization server: metadata or a scope in a challenge, resource metadata, or metadata of
     * a server at the root. A Bearer challenge alone may come from a server with a key of its own, for which the framework is a
     * recommendation.
     */
    public boolean leadsToOAuth() {
        return challenges().stream()
                        .anyMatch(challenge ->
                                challenge.parameter("resource_metadata").isPresent()
                                        || challenge.parameter("scope").isPresent())
                || describesItself()
                || wellKnown.root(WellKnown.AUTHORIZATION_SERVER).served();
    }

    /** What the framework demands of a server that follows it; a warning where only a Bearer challenge says that it does. */
    public void expect(Expect expect, boolean met, String expected, String seen) {
        if (met || leadsToOAuth()) {
            expect.holds(met, expected, seen);
        } else {
            expect.deviates(expected, seen + "; nothing but the Bearer challenge shows that the server follows OAuth");
        }
    }

    private List<Challenge> challenges() {
        return unauthenticated.refusals().stream()
                .flatMap(refusal -> Unauthenticated.challenges(refusal).stream())
                .toList();
    }

    /** Metadata at the root may be about another server of the same host. */
    private boolean describesItself() {
        String url = Urls.normal(target.url());
        Document root = resource.root();
        return !resource.own().isEmpty()
                || (root.served()
                        && Urls.absolute(root.text("resource"))
                                .map(Urls::normal)
                                .filter(named ->
                                        url.equals(named) || url.startsWith(WellKnown.withoutSlash(named) + "/"))
                                .isPresent());
    }

    /** The answers with status 401, as there are where credentials are asked for rightly. */
    public List<Exchange> challenged(Expect expect) {
        Exchange refusal = demand(expect);
        if (unauthenticated.challenged().isEmpty()) {
            throw Inconclusive.blockedBy(STATUS, refusal.inShort());
        }
        return unauthenticated.challenged();
    }

    /** The Bearer challenges of these. */
    public List<Challenge> bearer(Expect expect) {
        List<Challenge> bearer = challenged(expect).stream()
                .flatMap(answer -> Unauthenticated.challenges(answer).stream())
                .filter(Challenge::isBearer)
                .filter(challenge -> !challenge.parameters().isEmpty())
                .toList();
        if (bearer.isEmpty()) {
            throw Inconclusive.blockedBy(BEARER, "no 401 has a Bearer challenge with a parameter");
        }
        return bearer;
    }

    /** Whether the request that opens a conversation needs no credentials. */
    public boolean letsIn() {
        return unauthenticated.letsIn();
    }
}
