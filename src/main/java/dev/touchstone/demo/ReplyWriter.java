package dev.touchstone.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Puts a reply on the wire; a stream is written event by event until its channel ends or the client leaves. */
final class ReplyWriter {

    private static final SseEvent STILL_HERE = SseEvent.comment("still here");

    private final Behaviour behaviour;

    ReplyWriter(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    void write(HttpExchange exchange, Request request, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (reply.body() instanceof Body.Fixed fixed) {
            writeFixed(exchange, request, reply.status(), fixed.bytes());
        } else if (reply.body() instanceof Body.Stream stream) {
            exchange.sendResponseHeaders(reply.status(), 0);
            writeStream(behaviour.wire(request, exchange.getResponseBody()), request, stream);
        }
    }

    private void writeFixed(HttpExchange exchange, Request request, int status, byte[] bytes) throws IOException {
        if (bytes.length == 0 || request.is("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = behaviour.wire(request, exchange.getResponseBody())) {
            out.write(bytes);
        }
    }

    private void writeStream(OutputStream out, Request request, Body.Stream stream) throws IOException {
        try (out) {
            for (SseEvent event : stream.events()) {
                send(out, request, event);
            }
            relay(out, request, stream.rest());
        } catch (IOException gone) {
            behaviour.streamLost(request);
            throw gone;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            stream.rest().over();
        }
    }

    private void relay(OutputStream out, Request request, Channel rest) throws IOException, InterruptedException {
        while (!rest.hasEnded()) {
            Optional<SseEvent> next = rest.next(behaviour.keepAlive());
            if (!rest.hasEnded()) {
                send(out, request, next.orElse(STILL_HERE));
            }
        }
    }

    private void send(OutputStream out, Request request, SseEvent event) throws IOException {
        out.write(behaviour.frame(request, event));
        out.flush();
    }
}
