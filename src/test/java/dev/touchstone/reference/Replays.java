package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers by event streams under every revision, and replays the wrong part of them. */
final class Replays implements Behaviour {

    /** What was sent on one stream. */
    private record Kept(String session, List<SseEvent> events) {
        int position(String id) {
            return events.stream().map(SseEvent::id).toList().indexOf(id);
        }
    }

    /** What is replayed. */
    enum What {
        /** The rest of all streams of the session. */
        ALL_STREAMS,
        /** The stream from its start. */
        FROM_THE_START,
        /** The rest of the stream, whoever asks. */
        FOR_EVERY_SESSION
    }

    private final What what;
    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    Replays(What what) {
        this.what = what;
    }

    @Override
    public boolean streams(Call call) {
        return !call.method().equals("initialize");
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        if (!Behaviours.atEndpoint(request) || !(reply.body() instanceof Body.Stream stream)) {
            return reply;
        }
        String session = request.sessionId().orElse("");
        if (request.is("POST")) {
            kept.add(new Kept(session, stream.events()));
            return reply;
        }
        return request.header("Last-Event-ID")
                .flatMap(id -> replay(session, id))
                .map(Reply::events)
                .orElse(reply);
    }

    private Optional<List<SseEvent>> replay(String session, String id) {
        return kept.stream()
                .filter(stream -> stream.position(id) >= 0)
                .filter(stream ->
                        what == What.FOR_EVERY_SESSION || stream.session().equals(session))
                .findFirst()
                .map(stream -> chosen(stream, stream.position(id) + 1));
    }

    private List<SseEvent> chosen(Kept stream, int from) {
        if (what == What.FROM_THE_START) {
            return stream.events();
        }
        List<SseEvent> rest =
                new ArrayList<>(stream.events().subList(from, stream.events().size()));
        if (what == What.ALL_STREAMS) {
            kept.stream()
                    .skip(kept.indexOf(stream) + 1L)
                    .filter(other -> other.session().equals(stream.session()))
                    .forEach(other -> rest.addAll(other.events()));
        }
        return rest;
    }
}
