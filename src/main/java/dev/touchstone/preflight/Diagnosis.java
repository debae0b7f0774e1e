package dev.touchstone.preflight;

import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.Http;
import dev.touchstone.client.Ids;
import dev.touchstone.client.Limits;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.NoAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says in one sentence what a target is that is no MCP endpoint. */
final class Diagnosis {
    private static final List<String> USUAL_PATHS = List.of("/mcp", "/sse", "/mcp/", "/");

    private final Target target;
    private final Http http;
    private final Exchange answer;

    Diagnosis(Target target, Http http, Exchange answer) {
        this.target = target;
        this.http = http;
        this.answer = answer;
    }

    /** Ends the preflight if no further probe can help. */
    void endEarly() {
        Optional<NoAnswer> failure = answer.noAnswer();
        if (failure.isPresent()) {
            throw new Unusable(unreachable(failure.get()));
        }
        int status = answer.status();
        if (status / 100 == 3) {
            throw new Unusable(target.shown() + " redirects POST to "
                    + answer.header("Location").orElse("nowhere") + " (status " + status
                    + "): give that address, clients do not follow redirects of a POST");
        } else if (isClosed() && target.credentials().present()) {
            throw new Unusable(closed());
        }
    }

    /** Why a server that asks for credentials cannot be judged further, empty if it asks for none. */
    Optional<String> closedDoor() {
        return isClosed() ? Optional.of(closed()) : Optional.empty();
    }

    private boolean isClosed() {
        return answer.status() == 401 || answer.status() == 403;
    }

    private String unreachable(NoAnswer failure) {
        String host = target.url().getHost();
        return target.url()
                + switch (failure.kind()) {
                    case REFUSED -> " refuses the connection: start the server, or correct the port";
                    case UNKNOWN_HOST -> " cannot be found: there is no host called " + host + ", correct the name";
                    case TLS ->
                        failure.detail().contains("Unsupported or unrecognized SSL message")
                                ? " does not speak TLS: give an http:// address, or the port of https"
                                : " cannot be reached securely (" + failure.detail()
                                        + "): pass -Dcacert=FILE for a private authority or -Dinsecure=true for a test certificate";
                    case TIMEOUT ->
                        " did not answer within " + failure.waited().toSeconds()
                                + " s: the server hangs, a firewall drops the packets"
                                + (target.url().getScheme().equals("https") ? ", or the port does not speak TLS" : "");
                    case CLOSED ->
                        " closes the connection without an answer: is it an http address, and not https or another"
                                + " protocol?";
                    case NOT_HTTP -> " does not speak HTTP: what came back was " + failure.detail();
                };
    }

    private String closed() {
        int status = answer.status();
        String challenge = answer.header("WWW-Authenticate")
                .map(value -> ", challenge " + value)
                .orElse("");
        if (target.credentials().present()) {
            return target.shown() + " refuses the configured credentials (status " + status + challenge
                    + "): check the header's name and value";
        }
        return target.shown() + " asks for credentials (status " + status + challenge
                + "): pass -Dbearer=TOKEN or -Dheader=\"NAME: VALUE\", better in the environment as TOUCHSTONE_BEARER"
                + " or TOUCHSTONE_HEADER";
    }

    /** The diagnosis when neither transport was found. */
    Unusable notAnEndpoint() {
        String start = target.shown() + " is no MCP endpoint: it answers initialize with ";
        if (answer.isEventStream() && answer.succeeded()) {
            return new Unusable(
                    target.shown() + " opens an event stream for initialize and sends no answer on it within "
                            + answer.response()
                                    .map(response -> response.endedAfter().toSeconds())
                                    .orElse(0L)
                            + " s: the server hangs, or a proxy holds its events back");
        } else if (answer.status() == 501) {
            return new Unusable(start + "status 501, as web servers do that only serve files");
        } else if (answer.status() >= 500) {
            return new Unusable(target.shown() + " answers initialize with status " + answer.status()
                    + ": the server, or the proxy in front of it, is broken or down");
        } else if (answer.mediaType().equals("text/html") && answer.succeeded()) {
            return new Unusable(start + "an HTML page: give the address of the endpoint, often ending in /mcp");
        } else if (answer.json().isPresent() && answer.succeeded()) {
            return new Unusable(start + "JSON that is not JSON-RPC: it is some other API");
        } else if (answer.status() == 404) {
            return new Unusable(start + "status 404" + elsewhere());
        }
        return new Unusable(start + "status " + answer.status()
                + (answer.mediaType().isEmpty() ? "" : " and " + answer.mediaType())
                + ", and a GET opens no event stream with an endpoint event");
    }

    private String elsewhere() {
        for (String path : USUAL_PATHS) {
            URI url = target.origin().resolve(path);
            if (!url.equals(target.url()) && looksLikeMcp(url)) {
                return "; " + url + " looks like one: give that address";
            }
        }
        return "; " + String.join(", ", USUAL_PATHS) + " were tried and are none either";
    }

    private boolean looksLikeMcp(URI url) {
        Revision any = new Revision("2025-11-25", Era.STATEFUL, Transport.STREAMABLE_HTTP, target.origin());
        Http brisk = http.within(Limits.DEFAULT.answerWithin(Duration.ofMillis(800)));
        StreamableClient client =
                new StreamableClient(brisk, new Target(url, target.credentials()), any, Ids::integers);
        Exchange posted = client.initializing(Handshake.params(any.id())).send();
        return !posted.messages().isEmpty() || client.get().send().isEventStream();
    }
}
