package dev.touchstone.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The open end of one event stream: what is sent into it comes out at the client until it is closed. */
public final class Channel {

    private static final SseEvent END = SseEvent.comment("end");

    private final BlockingQueue<SseEvent> queue = new LinkedBlockingQueue<>();
    private final Consumer<Channel> whenOver;
    private volatile boolean drained;

    /** A channel that tells when its stream is over, whoever ended it. */
    public Channel(Consumer<Channel> whenOver) {
        this.whenOver = whenOver;
    }

    /** A channel that has ended already: the stream closes after what was sent before. */
    public static Channel closed() {
        Channel channel = new Channel(over -> {});
        channel.close();
        return channel;
    }

    /** Queues an event for the client. */
    public void send(SseEvent event) {
        queue.add(event);
    }

    /** Ends the stream once everything queued so far is written. */
    public void close() {
        queue.add(END);
    }

    /** Waits for the next event; empty when none came in time or the channel has ended. */
    Optional<SseEvent> next(Duration patience) throws InterruptedException {
        SseEvent event = queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        drained |= event == END;
        return Optional.ofNullable(event).filter(e -> e != END);
    }

    boolean hasEnded() {
        return drained;
    }

    void over() {
        whenOver.accept(this);
    }
}
