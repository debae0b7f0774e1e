package dev.touchstone.reference;

import static dev.touchstone.reference.SubscriptionBehaviours.isStream;
import static dev.touchstone.reference.SubscriptionBehaviours.listens;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Channel;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Servers that keep the wrong account of those who listen. */
final class Listeners implements Behaviour {

    /** What the account is wrong about. */
    enum Mistake {
        /** What a call tells goes to all who listen. */
        EVERYBODY_HEARS_CALLS,
        /** Whoever comes later takes the place of the one before. */
        ONE_AT_A_TIME,
        /** Those who have left still count. */
        NEVER_FORGOTTEN
    }

    private static final int PLACES = 20;

    private final Mistake mistake;
    private final List<Channel> open = new CopyOnWriteArrayList<>();

    Listeners(Mistake mistake) {
        this.mistake = mistake;
    }

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        if (mistake == Mistake.EVERYBODY_HEARS_CALLS) {
            call.context().told().forEach(said -> open.forEach(channel -> channel.send(SseEvent.message(said))));
        }
        return response;
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        if (!listens(request) || !isStream(reply)) {
            return reply;
        } else if (mistake == Mistake.NEVER_FORGOTTEN && open.size() == PLACES) {
            return Reply.text(503, "text/plain", "too many subscriptions");
        } else if (mistake == Mistake.ONE_AT_A_TIME) {
            open.forEach(Channel::close);
            open.clear();
        }
        open.add(((Body.Stream) reply.body()).rest());
        return reply;
    }
}
