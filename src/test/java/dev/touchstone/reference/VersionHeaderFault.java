package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Behaviours.isRequest;
import static dev.touchstone.reference.Defect.breaking;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.function.BiPredicate;

/** What servers get wrong about the MCP-Protocol-Version header. */
enum VersionHeaderFault implements Fault {

    /** A header that is no version at all is ignored. */
    GARBAGE_IGNORED(breaking(
                    "transport.version-header.garbage-400",
                    () -> understanding((request, version) -> isRequest(request) && !isDate(version)))
            .sinceVersionHeader()),

    /** A version that the server does not speak is ignored. */
    UNSUPPORTED_IGNORED(breaking(
                    "transport.version-header.unsupported-400",
                    () -> understanding((request, version) -> isRequest(request) && isDate(version)))
            .sinceVersionHeader()),

    /** The header is not looked at on notifications. */
    UNCHECKED_ON_NOTIFICATIONS(breaking(
                    "transport.version-header.400-all-requests",
                    () -> understanding((request, version) -> Behaviours.isNotification(request)))
            .sinceVersionHeader()),

    /** The header is not looked at on GET. */
    UNCHECKED_ON_GET(breaking(
                    "transport.version-header.400-all-requests",
                    () -> understanding((request, version) -> request.is("GET")))
            .sinceVersionHeader()),

    /** The header is not looked at on DELETE, so that the session ends. */
    UNCHECKED_ON_DELETE(breaking(
                    "transport.version-header.400-all-requests",
                    () -> understanding((request, version) -> request.is("DELETE")))
            .sinceVersionHeader()),

    /** GET refuses every version, the negotiated one too. */
    GET_REFUSES_VERSION(breaking(
                    "transport.version-header.negotiated-accepted",
                    () -> intercepting(
                            request -> request.is("GET") && request.session().isPresent() && !lacksHeader(request),
                            request -> Reply.notice(400, "version", "version not supported")))
            .sinceVersionHeader()),

    /** DELETE refuses every version, the negotiated one too. */
    DELETE_REFUSES_VERSION(breaking(
                    "transport.version-header.negotiated-accepted",
                    () -> intercepting(
                            request -> request.is("DELETE") && request.session().isPresent() && !lacksHeader(request),
                            request -> Reply.notice(400, "version", "version not supported")))
            .sinceVersionHeader()),

    /** A request without the header is refused though the session knows its revision. */
    HEADER_DEMANDED(breaking(
                    "transport.version-header.absent-tolerated",
                    () -> amending(
                            request -> isRequest(request) && inNewSession(request) && lacksHeader(request),
                            VersionHeaderFault::refused))
            .sinceVersionHeader()),

    /** Only the newer revisions are taken in the header, although 2025-03-26 is negotiated. */
    OLDEST_REFUSED_IN_HEADER(breaking(
                    "transport.version-header.old-version-served",
                    () -> intercepting(
                            request -> request.header("MCP-Protocol-Version")
                                            .filter("2025-03-26"::equals)
                                            .isPresent()
                                    && !request.asks("initialize"),
                            request -> Reply.notice(400, "version", "version not supported")))
            .sinceVersionHeader()),

    /** initialize is refused for the version header a client brought along. */
    HEADER_CHECKED_ON_INITIALIZE(breaking(
            "transport.initialize.version-header-tolerated",
            () -> intercepting(
                    request -> request.asks("initialize")
                            && request.header("MCP-Protocol-Version").isPresent(),
                    request -> Reply.notice(400, "version", "version not supported"))));

    private final Defect defect;

    VersionHeaderFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Behaviour understanding(BiPredicate<Request, String> blindly) {
        return new Behaviour() {
            @Override
            public boolean understands(Request request, String version) {
                return blindly.test(request, version) || Behaviour.super.understands(request, version);
            }
        };
    }

    private static Reply refused(Reply reply) {
        return reply.status() == 200 ? Reply.notice(400, "version", "version header required") : reply;
    }

    private static boolean isDate(String version) {
        return version.matches("\\d{4}-\\d\\d-\\d\\d");
    }

    private static boolean inNewSession(Request request) {
        return request.session()
                .map(session -> session.revision().compareTo("2025-06-18") >= 0)
                .orElse(false);
    }

    private static boolean lacksHeader(Request request) {
        return request.header("MCP-Protocol-Version").isEmpty();
    }
}
