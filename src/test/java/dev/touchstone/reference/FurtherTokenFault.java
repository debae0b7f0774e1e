package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Pass;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** What servers get wrong about tokens that are expired, for somebody else, or not enough. */
enum FurtherTokenFault implements Fault {

    /** The time of a token is not looked at. */
    EXPIRED_ACCEPTED(breaking(
                    "auth.401.expired-token",
                    () -> honouring((pass, request) -> pass.audience().equals(Pass.HERE)))
            .byPost()),

    /** The time of a token is looked at when a session begins, and never again. */
    EXPIRY_CHECKED_ONCE(breaking(
            "auth.401.expires-within-session",
            () -> honouring((pass, request) -> pass.isValid() || (pass.expired() && !request.asks("initialize"))))),

    /** Whom a token was issued for is not looked at. */
    FOREIGN_ACCEPTED(breaking("auth.token.audience-validated", () -> honouring((pass, request) -> !pass.expired()))
            .since("2025-06-18")),

    /** A token that is not enough is refused like one that is bad. */
    TOO_LITTLE_IS_401(breaking(
                    "auth.403.insufficient",
                    () -> Guarded.byTokens(amending((request, reply) -> isTooLittle(reply) ? asBad(reply) : reply)))
            .byPost()),

    /** A token that is not enough gets a result of the tool that says so. */
    TOO_LITTLE_IS_A_RESULT(breaking(
                    "auth.403.insufficient",
                    () -> Guarded.byTokens(
                            amending((request, reply) -> isTooLittle(reply) ? asResult(request) : reply)))
            .byPost()),

    /** The refusal of a token that is not enough has no challenge. */
    TOO_LITTLE_UNCHALLENGED(breaking(
                    "auth.403.challenge-status", () -> refusing(reply -> reply.without(FurtherTokenFault.CHALLENGE)))
            .since("2025-11-25")),

    /** The challenge says that the token is bad. */
    TOO_LITTLE_CALLED_BAD(breaking("auth.403.error", () -> rewriting("insufficient_scope", "invalid_token"))
            .since("2025-11-25")),

    /** The challenge does not say what would be enough. */
    ENOUGH_NOT_NAMED(breaking("auth.403.scope", () -> rewriting(" scope=\"[^\"]*\",", ""))
            .since("2025-11-25")),

    /** The challenge does not lead to the metadata. */
    TOO_LITTLE_LEADS_NOWHERE(
            breaking("auth.403.resource-metadata", () -> rewriting(", resource_metadata=\"[^\"]*\"", ""))
                    .since("2025-11-25")),

    /** Each refusal names another scope. */
    ANOTHER_SCOPE_EACH_TIME(breaking("auth.403.consistent-strategy", () -> {
                AtomicInteger count = new AtomicInteger();
                return refusing(
                        reply -> replaced(reply, "scope=\"[^\"]*\"", "scope=\"mcp:" + count.incrementAndGet() + "\""));
            })
            .since("2025-11-25"));

    private static final String CHALLENGE = "WWW-Authenticate";

    private final Defect defect;

    FurtherTokenFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Behaviour honouring(BiPredicate<Pass, Request> which) {
        return Guarded.byTokens(new Behaviour() {
            @Override
            public boolean honours(Pass pass, Request request) {
                return which.test(pass, request);
            }
        });
    }

    private static boolean isTooLittle(Reply reply) {
        return reply.status() == 403
                && reply.headers().getOrDefault(CHALLENGE, "").contains("insufficient_scope");
    }

    private static Reply asBad(Reply reply) {
        return Reply.notice(401, "invalid_token", "a better token is needed")
                .with(CHALLENGE, reply.headers().getOrDefault(CHALLENGE, ""));
    }

    private static Reply asResult(Request request) {
        ObjectNode response = Behaviours.parse("{\"jsonrpc\":\"2.0\"}");
        response.set("id", request.json().orElseThrow().get("id"));
        ObjectNode result = response.putObject("result").put("isError", true).put("resultType", "complete");
        result.putArray("content").addObject().put("type", "text").put("text", "Sign in with more scopes.");
        ObjectNode server = result.putObject("_meta").putObject(StatelessBehaviours.SERVER_INFO);
        server.put("name", "demo").put("version", "1.0.0");
        return Reply.json(200, response);
    }

    /** Changes the refusals of a token that is not enough. */
    private static Behaviour refusing(UnaryOperator<Reply> change) {
        return Guarded.byTokens(amending((request, reply) -> isTooLittle(reply) ? change.apply(reply) : reply));
    }

    private static Behaviour rewriting(String part, String instead) {
        return refusing(reply -> replaced(reply, part, instead));
    }

    private static Reply replaced(Reply reply, String part, String instead) {
        String challenge = reply.headers().getOrDefault(CHALLENGE, "");
        return reply.with(CHALLENGE, challenge.replaceAll(part, instead));
    }
}
