package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.atEndpoint;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.function.Predicate;

/** What servers get wrong about the Origin header. */
enum OriginFault implements Fault {

    /** A foreign page may initialize: the check sits behind the session lookup. */
    INITIALIZE_UNPROTECTED(
            breaking("transport.origin.validated", () -> trusting(request -> request.asks("initialize")))),

    /** Only initialize is protected, the rest of the session is open to foreign pages. */
    ONLY_INITIALIZE_PROTECTED(breaking(
            "transport.origin.validated-all-methods",
            () -> trusting(request -> request.sessionId().isPresent() && !request.asks("initialize")))),

    /** A foreign DELETE is refused after it has ended the session. */
    FOREIGN_DELETE_ENDS_SESSION(breaking("transport.origin.validated-all-methods", () -> new Behaviour() {
        @Override
        public boolean trusts(Request request, String origin) {
            return request.is("DELETE") || Behaviour.super.trusts(request, origin);
        }

        @Override
        public Reply amend(Request request, Reply reply) {
            boolean foreign = request.header("Origin").isPresent() && reply.status() == 204;
            return foreign ? Reply.notice(403, "forbidden", "origin not allowed") : reply;
        }
    })),

    /** Whatever begins like the local host is trusted. */
    ORIGIN_COMPARED_IN_PART(breaking("transport.origin.compared-whole", () -> new Behaviour() {
                @Override
                public boolean trusts(Request request, String origin) {
                    return origin.startsWith("http://localhost") || origin.startsWith("http://127.0.0.1");
                }
            })
            .byPost()),

    /** A page of the site that the Host header names is trusted. */
    ORIGIN_COMPARED_WITH_HOST(breaking("transport.origin.rebound-host", () -> new Behaviour() {
                @Override
                public boolean trusts(Request request, String origin) {
                    return origin.equals("http://" + request.header("Host").orElse(""));
                }
            })
            .byPost()),

    /** A foreign Origin is refused with 400: older releases of an SDK. */
    FOREIGN_ORIGIN_400(breaking(
                    "transport.origin.invalid-403",
                    () -> amending((request, reply) -> reply.status() == 403 ? reply.withStatus(400) : reply))
            .only("2025-11-25")),

    /** A client that is no browser, and so sends no Origin, is refused. */
    ORIGIN_DEMANDED(breaking(
                    "transport.origin.absent-accepted",
                    () -> intercepting(
                            request -> atEndpoint(request)
                                    && request.header("Origin").isEmpty(),
                            request -> Reply.notice(403, "forbidden", "Origin is required")))
            .in(behaviour -> Rig.of(behaviour).reachedWith(new Credential("Origin", "http://localhost"))));

    private final Defect defect;

    OriginFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** A server that looks away for some requests. */
    static Behaviour trusting(Predicate<Request> blindly) {
        return new Behaviour() {
            @Override
            public boolean trusts(Request request, String origin) {
                return blindly.test(request) || Behaviour.super.trusts(request, origin);
            }
        };
    }
}
