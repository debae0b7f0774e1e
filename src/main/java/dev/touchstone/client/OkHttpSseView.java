package dev.touchstone.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/**
 * What okhttp-sse, the reader in many Kotlin and Java clients, makes of a recorded stream. It is the view of one common
 * client and no evidence of what the server sent.
 */
public final class OkHttpSseView {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final MediaType EVENTS = MediaType.get("text/event-stream");

    private OkHttpSseView() {}

    /**
     * An event as it is delivered.
     *
     * @param id its id or that of an event before, empty when there is none
     * @param type its type, {@code message} when none is given
     * @param data its data
     */
    public record Event(String id, String type, String data) {}

    /**
     * What is delivered.
     *
     * @param events the events
     * @param trouble what went wrong, if anything did
     */
    public record View(List<Event> events, Optional<String> trouble) {
        /** Copies the events. */
        public View {
            events = List.copyOf(events);
        }
    }

    /** Reads whole events, whose lines must not end with a lone CR: the library would never return. */
    public static View of(byte[] stream) {
        Listener listener = new Listener();
        FutureTask<Void> reading =
                new FutureTask<>(() -> EventSources.processResponse(response(stream), listener), null);
        Thread thread = new Thread(reading, "touchstone-okhttp-sse");
        thread.setDaemon(true);
        thread.start();
        return new View(listener.events, trouble(reading).or(() -> Optional.ofNullable(listener.failure)));
    }

    private static Optional<String> trouble(FutureTask<Void> reading) {
        try {
            reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            reading.cancel(true);
            return Optional.of("it did not return within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            return Optional.of("it threw " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("it was interrupted");
        }
    }

    private static Response response(byte[] stream) {
        return new Response.Builder()
                .request(new okhttp3.Request.Builder()
                        .url("http://recorded.invalid/")
                        .build())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(stream, EVENTS))
                .build();
    }

    private static final class Listener extends EventSourceListener {
        private final List<Event> events = new CopyOnWriteArrayList<>();
        private volatile @Nullable String failure;

        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            events.add(new Event(id == null ? "" : id, type == null ? "message" : type, data));
        }

        @Override
        public void onFailure(EventSource source, @Nullable Throwable thrown, @Nullable Response response) {
            failure = "it failed with " + thrown;
        }
    }
}
