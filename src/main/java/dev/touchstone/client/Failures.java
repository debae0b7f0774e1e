package dev.touchstone.client;

import dev.touchstone.wire.NoAnswer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.http.client.ClientProtocolException;

/** Tells the kinds of network failure apart, whichever library reports them. */
final class Failures {
    private Failures() {}

    static NoAnswer.Kind kindOf(IOException e) {
        if (e instanceof ConnectException) {
            return NoAnswer.Kind.REFUSED;
        } else if (e instanceof UnknownHostException) {
            return NoAnswer.Kind.UNKNOWN_HOST;
        } else if (e instanceof SSLException) {
            return NoAnswer.Kind.TLS;
        } else if (e instanceof InterruptedIOException) {
            return NoAnswer.Kind.TIMEOUT;
        } else if (e instanceof ProtocolException || e instanceof ClientProtocolException) {
            return NoAnswer.Kind.NOT_HTTP;
        }
        return NoAnswer.Kind.CLOSED;
    }
}
