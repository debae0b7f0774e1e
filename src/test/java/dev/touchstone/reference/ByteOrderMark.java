package dev.touchstone.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;

/** A server whose event streams begin with a byte order mark, which the event stream format allows. */
final class ByteOrderMark implements Behaviour {

    private static final SseEvent MARK = SseEvent.comment("mark");

    @Override
    public boolean streams(Call call) {
        return !call.method().equals("initialize");
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        return Behaviours.first(reply, MARK);
    }

    @Override
    public byte[] frame(Request request, SseEvent event) {
        return event.equals(MARK) ? "\uFEFF".getBytes(UTF_8) : event.encoded();
    }
}
