package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A server that answers slowly, and nobody any more once a client has left before it was done. */
final class Jilted implements Behaviour {

    private static final Duration STEP = Duration.ofMillis(10);
    private static final List<SseEvent> STEPS =
            List.of(SseEvent.comment("looking"), SseEvent.comment("thinking"), SseEvent.comment("writing"));

    private final AtomicBoolean jilted = new AtomicBoolean();

    @Override
    public boolean streams(Call call) {
        return true;
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        return SubscriptionBehaviours.listens(request)
                ? reply
                : Behaviours.events(reply, events -> Behaviours.joined(STEPS, events));
    }

    @Override
    public byte[] frame(Request request, SseEvent event) {
        LockSupport.parkNanos(STEP.toNanos());
        return event.encoded();
    }

    @Override
    public void streamLost(Request request) {
        jilted.compareAndSet(false, !SubscriptionBehaviours.listens(request));
    }

    @Override
    public Optional<Reply> intercept(Request request) {
        return jilted.get() ? Optional.of(Reply.notice(503, "gone", "broken pipe")) : Optional.empty();
    }
}
