package dev.touchstone.client;

import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.http.Header;
import org.apache.http.HttpMessage;
import org.apache.http.client.protocol.RequestAddCookies;
import org.apache.http.client.protocol.ResponseProcessCookies;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.message.BasicHeader;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;

/**
 * The HTTP client under REST Assured, made for one exchange and thrown away: it sends the header lines it was given
 * instead of REST Assured's, repeats nothing, keeps no cookies, signs in nowhere, and writes down what went over the wire.
 * REST Assured takes only clients of this old kind.
 */
@SuppressWarnings("deprecation")
final class OneShotClient {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int MOST_HEADERS = 1000;

    private OneShotClient() {}

    static AbstractHttpClient of(Request request, Recording recording, Http http, Tls tls) {
        AbstractHttpClient client = plain(http.limits());
        client.addRequestInterceptor((message, context) -> {
            message.setHeaders(lines(request, message, http.userAgent()));
            recording.sent(headers(message));
        });
        client.addResponseInterceptor((response, context) -> recording.head(
                response.getStatusLine().getStatusCode(),
                response.getStatusLine().getProtocolVersion().toString(),
                headers(response)));
        tls.socketFactory()
                .ifPresent(factory ->
                        client.getConnectionManager().getSchemeRegistry().register(new Scheme("https", 443, factory)));
        return client;
    }

    static AbstractHttpClient plain(Limits limits) {
        DefaultHttpClient client = new DefaultHttpClient(params(limits));
        client.setHttpRequestRetryHandler((failure, count, context) -> false);
        client.removeRequestInterceptorByClass(RequestAddCookies.class);
        client.removeResponseInterceptorByClass(ResponseProcessCookies.class);
        return client;
    }

    private static HttpParams params(Limits limits) {
        HttpParams params = new BasicHttpParams();
        HttpConnectionParams.setConnectionTimeout(params, millis(limits.connect()));
        HttpConnectionParams.setSoTimeout(params, millis(limits.answer()));
        HttpConnectionParams.setTcpNoDelay(params, true);
        params.setBooleanParameter("http.protocol.handle-redirects", false);
        params.setBooleanParameter("http.protocol.handle-authentication", false);
        params.setParameter("http.protocol.element-charset", "UTF-8");
        params.setIntParameter("http.connection.max-line-length", LONGEST_LINE);
        params.setIntParameter("http.connection.max-header-count", MOST_HEADERS);
        return params;
    }

    private static int millis(Duration time) {
        return (int) Math.max(1, time.toMillis());
    }

    private static Header[] lines(Request request, HttpMessage message, String userAgent) {
        List<Header> lines = new ArrayList<>();
        if (request.headers().first("Host").isEmpty()) {
            lines.addAll(Arrays.asList(message.getHeaders("Host")));
        }
        request.headers().forEach(line -> lines.add(new BasicHeader(line.name(), line.value())));
        if (request.headers().first("User-Agent").isEmpty()) {
            lines.add(new BasicHeader("User-Agent", userAgent));
        }
        if (request.headers().first("Accept-Encoding").isEmpty()) {
            lines.add(new BasicHeader("Accept-Encoding", "identity"));
        }
        lines.add(new BasicHeader("Connection", "close"));
        lines.addAll(Arrays.asList(message.getHeaders("Content-Length")));
        return lines.toArray(Header[]::new);
    }

    private static Headers headers(HttpMessage message) {
        return new Headers(Arrays.stream(message.getAllHeaders())
                .map(line -> new dev.touchstone.wire.Header(line.getName(), String.valueOf(line.getValue())))
                .toList());
    }
}
