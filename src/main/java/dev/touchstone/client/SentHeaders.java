package dev.touchstone.client;

import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;

/** Notes the headers that really went out, those of the HTTP library included. */
final class SentHeaders {
    static final Interceptor INTERCEPTOR = chain -> {
        SentHeaders sent = chain.request().tag(SentHeaders.class);
        if (sent != null) {
            sent.headers = of(chain.request().headers());
        }
        return chain.proceed(chain.request());
    };

    private volatile Headers headers = Headers.NONE;

    Headers headers() {
        return headers;
    }

    static Headers of(okhttp3.Headers lines) {
        List<Header> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            result.add(new Header(lines.name(i), lines.value(i)));
        }
        return new Headers(result);
    }
}
