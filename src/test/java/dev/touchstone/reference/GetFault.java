package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.concurrent.TimeUnit;

/** What servers get wrong about GET at the Streamable HTTP endpoint. */
enum GetFault implements Fault {

    /** GET shows a status page in JSON. */
    STATUS_PAGE(breaking(
            "transport.get.sse-or-405", () -> insteadOfStream(Reply.text(200, Reply.JSON, "{\"status\":\"ok\"}")))),

    /** GET is not found: a gateway that routes POST only. */
    NOT_FOUND(breaking(
            "transport.get.405-when-no-stream", () -> insteadOfStream(Reply.text(404, "text/plain", "Not Found")))),

    /** A 405 does not say what is allowed. */
    NO_ALLOW_HEADER(breaking(
            "transport.get.405-allow-header",
            () -> amending((request, reply) -> request.is("DELETE") ? Reply.empty(405) : reply))),

    /** A 405 says that GET alone is allowed, which was refused. */
    ALLOWS_WHAT_IT_REFUSED(breaking(
            "transport.get.405-allow-header",
            () -> amending((request, reply) -> reply.status() == 405 ? reply.with("Allow", "GET") : reply))),

    /** Responses go out on the GET stream as well: everything is broadcast. */
    RESPONSES_ON_GET_STREAM(breaking("transport.get.no-responses", () -> new Behaviour() {
                @Override
                public ObjectNode answer(Call call, ObjectNode response) {
                    if (Behaviours.atEndpoint(call.request())) {
                        call.session().send(SseEvent.message(response));
                    }
                    return response;
                }
            })
            .alone()),

    /** GET sends not even a status line before the first event: buffered responses of a servlet container. */
    SILENT_UNTIL_FIRST_EVENT(breaking(
            "transport.get.headers-without-waiting",
            () -> amending((request, reply) ->
                    request.is("GET") && isStreamAtEndpoint(request, reply) ? afterAMinute(reply) : reply)));

    private final Defect defect;

    GetFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Behaviour insteadOfStream(Reply instead) {
        return amending((request, reply) -> request.is("GET") && isStreamAtEndpoint(request, reply) ? instead : reply);
    }

    private static boolean isStreamAtEndpoint(Request request, Reply reply) {
        return Behaviours.atEndpoint(request) && reply.body() instanceof Body.Stream;
    }

    private static Reply afterAMinute(Reply reply) {
        try {
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }
}
