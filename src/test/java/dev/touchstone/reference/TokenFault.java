package dev.touchstone.reference;

import static dev.touchstone.reference.Defect.breaking;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Request;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What servers get wrong about bearer tokens. */
enum TokenFault implements Fault {

    /** The scheme has to be written as the examples have it. */
    SCHEME_CASE_SENSITIVE(breaking(
                    "auth.token.scheme-case-insensitive",
                    () -> admitting(r -> presented(r).equals(Guarded.TOKEN.value())))
            .byPost()),

    /** A token in the query will do. */
    TOKEN_IN_QUERY(breaking(
                    "auth.token.query-ignored",
                    () -> admitting(
                            r -> holds(r) || String.valueOf(r.uri().getQuery()).endsWith("=" + secret())))
            .byPost()),

    /** Only the beginning of a token is compared. */
    BEGINNING_COMPARED(breaking("auth.token.validated", () -> admitting(r -> holds(r) || beginsRight(presented(r))))
            .byPost()),

    /** A token without its scheme is taken for one. */
    SCHEME_UNNEEDED(breaking(
                    "auth.token.malformed.400",
                    () -> admitting(r -> holds(r) || presented(r).equals(secret())))
            .byPost()),

    /** A notification needs no token. */
    NOTIFICATIONS_WITHOUT_TOKEN(breaking(
                    "credentials.required", () -> admitting(r -> holds(r) || Behaviours.isNotification(r)))
            .byPost()),

    /** Who has shown the token once need not show it again on the same connection. */
    CONNECTION_AUTHORIZED(
            breaking("auth.token.every-request", TokenFault::byConnection).byPost());

    private final Defect defect;

    TokenFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static String secret() {
        return Guarded.TOKEN.value().substring("Bearer ".length());
    }

    private static String presented(Request request) {
        return request.header("Authorization").orElse("");
    }

    private static boolean holds(Request request) {
        return Guarded.TOKEN.isPresentedBy(request);
    }

    private static boolean beginsRight(String presented) {
        String right = Guarded.TOKEN.value();
        return presented.length() <= right.length() && presented.startsWith(right.substring(0, 15));
    }

    private static Behaviour byConnection() {
        Set<Integer> known = ConcurrentHashMap.newKeySet();
        return admitting(request -> {
            if (holds(request)) {
                known.add(request.peerPort());
            }
            return known.contains(request.peerPort());
        });
    }

    /** A server behind a bearer token that decides itself whom it lets in. */
    private static Behaviour admitting(Predicate<Request> whom) {
        return new Behaviour() {
            @Override
            public Optional<Credential> credential() {
                return Optional.of(Guarded.TOKEN);
            }

            @Override
            public boolean publishesMetadata() {
                return true;
            }

            @Override
            public boolean admits(Request request) {
                return whom.test(request);
            }
        };
    }
}
