package dev.touchstone.catalogue;

/** The HTTP transports that the protocol defines. */
public enum Transport {
    /** 2024-11-05: one event stream to the client, POST to an announced URI. */
    HTTP_SSE("http-sse", "HTTP+SSE"),
    /** Since 2025-03-26: one endpoint for POST, GET and DELETE. */
    STREAMABLE_HTTP("streamable-http", "Streamable HTTP");

    private final String id;
    private final String title;

    Transport(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The spelling in data and in results, {@code http-sse} or {@code streamable-http}. */
    public String id() {
        return id;
    }

    /** The name a reader knows. */
    public String title() {
        return title;
    }

    static Transport of(String id) {
        for (Transport transport : values()) {
            if (transport.id.equals(id)) {
                return transport;
            }
        }
        throw new IllegalArgumentException("no transport is called '" + id + "'");
    }
}
