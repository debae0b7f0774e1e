package dev.touchstone.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A server that says something of its own: when a GET opens a stream of a session, and on open streams before each list. */
record Caller(IntFunction<String> message, int times, AtomicInteger count) implements Behaviour {

    /** Says a message that is made of a number, another one each time. */
    static Behaviour sending(IntFunction<String> message) {
        return sending(1, message);
    }

    /** Says several of them at once. */
    static Behaviour sending(int times, IntFunction<String> message) {
        return new Caller(message, times, new AtomicInteger());
    }

    /** A ping with an id, written as JSON. */
    static String ping(String id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}";
    }

    private List<SseEvent> events() {
        return IntStream.range(0, times)
                .mapToObj(each -> SseEvent.data(message.apply(count.incrementAndGet())))
                .toList();
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        boolean listener = request.is("GET")
                && request.session().filter(session -> session.isInitialized()).isPresent();
        return listener ? Behaviours.events(reply, before -> Behaviours.joined(before, events())) : reply;
    }

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        if (call.session().isInitialized() && Behaviours.isList(call)) {
            events().forEach(event -> call.session().send(event.ofType("message")));
        }
        return response;
    }
}
