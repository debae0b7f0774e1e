package dev.touchstone.reference;

import static dev.touchstone.demo.StatelessRule.CAPABILITIES_IN_METADATA;
import static dev.touchstone.demo.StatelessRule.METADATA_PRESENT;
import static dev.touchstone.demo.StatelessRule.VERSION_IN_METADATA;
import static dev.touchstone.demo.StatelessRule.VERSION_SUPPORTED;
import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.document;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.StatelessBehaviours.meta;
import static dev.touchstone.reference.StatelessBehaviours.refusal;
import static dev.touchstone.reference.StatelessBehaviours.refusing;
import static dev.touchstone.reference.StatelessBehaviours.without;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.StatelessRule;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What servers without sessions get wrong about the version and the metadata of requests. */
enum VersioningFault implements Fault {

    /** An unknown version is an invalid request like any other. */
    VERSION_ERROR_OF_ANOTHER_CODE(breaking(
            "version.unsupported.error-code",
            () -> refusing(-32022, r -> document(r, d -> d.withObject("/error").put("code", -32600))))),

    /** The refusal of a version has status 200: errors that every framework sends with 200. */
    VERSION_ERROR_200(breaking("version.unsupported.http-400", () -> refusing(-32022, reply -> reply.withStatus(200)))),

    /** The refusal says nothing of what is supported. */
    VERSION_ERROR_WITHOUT_LIST(breaking(
            "version.unsupported.data-supported",
            () -> refusing(
                    -32022, r -> document(r, d -> d.withObject("/error/data").remove("supported"))))),

    /** The refusal does not repeat the version. */
    VERSION_ERROR_WITHOUT_REQUESTED(breaking(
            "version.unsupported.data-requested",
            () -> refusing(
                    -32022, r -> document(r, d -> d.withObject("/error/data").remove("requested"))))),

    /** Only discovery looks at the version. */
    VERSION_CHECKED_BY_DISCOVERY(breaking(
            "version.unsupported.every-method",
            () -> without(r -> !r.rpcMethod().equals("server/discover"), VERSION_SUPPORTED))),

    /** Published versions are let in though they are not spoken. */
    EARLIER_VERSIONS_LET_IN(breaking(
            "version.unsupported.known-but-declined",
            () -> without(r -> meta(r).toString().contains("\"202"), VERSION_SUPPORTED))),

    /** A version is listed that is not there yet. */
    LISTS_A_VERSION_TO_COME(breaking(
            "version.supported.accepted",
            () -> StatelessBehaviours.supporting(versions -> versions.add("2027-01-01")))),

    /** After an unknown version the next request is refused, whatever it names. */
    REMEMBERS_THE_VERSION(breaking("version.per-request-decision", Sticky::new).alone()),

    /** Metadata is not looked at when there is none. */
    METADATA_OPTIONAL(breaking("version.meta.missing.rejected", () -> without(METADATA_PRESENT))),

    /** The version is taken from the header alone. */
    VERSION_FROM_HEADER_ALONE(breaking(
            "version.meta.no-protocol-version.rejected",
            () -> without(r -> !meta(r).has(StatelessBehaviours.VERSION), VERSION_IN_METADATA))),

    /** Capabilities are taken for none where they are absent. */
    CAPABILITIES_OPTIONAL(breaking(
            "version.meta.no-client-capabilities.rejected",
            () -> without(r -> !meta(r).has(StatelessBehaviours.CAPABILITIES), CAPABILITIES_IN_METADATA))),

    /** The refusal of lacking metadata has status 200. */
    METADATA_ERROR_200(breaking(
            "version.meta.invalid.http-400",
            () -> Behaviours.amending((request, reply) -> refusal(reply, -32602)
                            && !meta(request).has(StatelessBehaviours.CAPABILITIES)
                            && request.rpcMethod().equals("server/discover")
                    ? reply.withStatus(200)
                    : reply))),

    /** Only discovery asks for metadata. */
    METADATA_ASKED_BY_DISCOVERY(breaking(
            "version.meta.every-method",
            () -> without(r -> !r.rpcMethod().equals("server/discover"), METADATA_PRESENT))),

    /** Clients have to say who they are. */
    CLIENT_INFO_REQUIRED(breaking(
            "version.meta.client-info-optional",
            () -> intercepting(
                    r -> meta(r).has(StatelessBehaviours.CAPABILITIES) && !meta(r).has(StatelessBehaviours.CLIENT),
                    r -> Reply.text(400, "text/plain", "clientInfo is required")))),

    /** Capabilities may be a list. */
    CAPABILITIES_MAY_BE_A_LIST(breaking(
            "version.meta.wrong-types.rejected",
            () -> without(r -> meta(r).path(StatelessBehaviours.CAPABILITIES).isArray(), CAPABILITIES_IN_METADATA))),

    /** Trace context is refused by a strict schema. */
    TRACE_CONTEXT_REFUSED(breaking(
            "version.meta.unknown-keys-tolerated",
            () -> intercepting(
                    r -> meta(r).has("traceparent"), r -> Reply.text(400, "text/plain", "unrecognized key")))),

    /** What one request of a connection said holds for the next. */
    METADATA_INHERITED(breaking("version.meta.not-inherited", Inheriting::new)),

    /** One client is told more than others. */
    ONE_CLIENT_FAVOURED(breaking(
            "version.client-info.no-behaviour-change",
            () -> answering(
                    call -> meta(call.request())
                            .path(StatelessBehaviours.CLIENT)
                            .path("name")
                            .asText()
                            .equals("claude-ai"),
                    response -> {
                        response.withObject("/result").put("favour", true);
                        return response;
                    }))),

    /** Lists do not say which server they come from. */
    LISTS_WITHOUT_SERVER_INFO(breaking(
            "version.server-info.every-result",
            () -> answering(Behaviours::isList, response -> {
                if (response.get("result") instanceof ObjectNode result) {
                    result.remove("_meta");
                }
                return response;
            })));

    private final Defect defect;

    VersioningFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Refuses the request after one that was refused for its version. */
    private static final class Sticky implements Behaviour {
        private final AtomicBoolean offended = new AtomicBoolean();

        @Override
        public Optional<Reply> intercept(Request request) {
            return offended.getAndSet(false)
                    ? Optional.of(Reply.text(400, "text/plain", "unsupported version"))
                    : Optional.empty();
        }

        @Override
        public Reply amend(Request request, Reply reply) {
            if (refusal(reply, -32022)) {
                offended.set(true);
            }
            return reply;
        }
    }

    /** Asks for metadata once on each connection. */
    private static final class Inheriting implements Behaviour {
        private final Set<Integer> introduced = ConcurrentHashMap.newKeySet();

        @Override
        public boolean enforces(StatelessRule rule, Request request) {
            if (meta(request).has(StatelessBehaviours.CAPABILITIES)) {
                introduced.add(request.peerPort());
            }
            return rule != METADATA_PRESENT || !introduced.contains(request.peerPort());
        }
    }
}
