package dev.touchstone.client;

import dev.touchstone.wire.Header;
import dev.touchstone.wire.Request;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Turns our requests into those of the HTTP library without letting it add anything that matters. */
final class OkRequests {
    private static final Set<String> BODILESS = Set.of("GET", "HEAD");
    private static final Set<String> BODY_REQUIRED = Set.of("POST", "PUT", "PATCH");

    private OkRequests() {}

    static okhttp3.Request of(Request request, String userAgent) {
        okhttp3.Headers.Builder headers = new okhttp3.Headers.Builder();
        for (Header header : request.headers()) {
            headers.addUnsafeNonAscii(header.name(), header.value());
        }
        if (request.headers().first("User-Agent").isEmpty()) {
            headers.add("User-Agent", userAgent);
        }
        if (request.headers().first("Accept-Encoding").isEmpty()) {
            headers.add("Accept-Encoding", "identity");
        }
        return new okhttp3.Request.Builder()
                .url(request.url().toString())
                .headers(headers.build())
                .method(request.method().toUpperCase(Locale.ROOT), body(request))
                .tag(SentHeaders.class, new SentHeaders())
                .build();
    }

    private static @Nullable RequestBody body(Request request) {
        boolean none = request.body().length == 0 && !BODY_REQUIRED.contains(request.method());
        return none || BODILESS.contains(request.method()) ? null : new OnceOnly(request.body());
    }

    /** A body without a media type of its own, never sent a second time behind our back. */
    private static final class OnceOnly extends RequestBody {
        private final byte[] bytes;

        OnceOnly(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
