package dev.touchstone.demo;

import dev.touchstone.demo.rpc.Memory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the server remembers of one client: what was negotiated, and the streams that are open. */
public final class Session {

    private final String id;
    private final EventLog log = new EventLog();
    private final Memory memory = new Memory();
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
    private volatile String revision;
    private volatile boolean initialized;
    private volatile String user = "";

    public Session(String id, String revision) {
        this.id = id;
        this.revision = revision;
    }

    public String id() {
        return id;
    }

    /** Whom it belongs to. */
    public String user() {
        return user;
    }

    void belongsTo(String owner) {
        user = owner;
    }

    /** The protocol revision negotiated for this session. */
    public String revision() {
        return revision;
    }

    void negotiated(String other) {
        revision = other;
    }

    /** Whether the client has confirmed the initialization. */
    public boolean isInitialized() {
        return initialized;
    }

    void confirm() {
        initialized = true;
    }

    Memory memory() {
        return memory;
    }

    EventLog log() {
        return log;
    }

    /** Opens a stream towards the client. */
    public Channel open() {
        return open(() -> {});
    }

    Channel open(Runnable whenOver) {
        Channel channel = new Channel(over -> forget(over, whenOver));
        channels.add(channel);
        return channel;
    }

    private void forget(Channel over, Runnable whenOver) {
        channels.remove(over);
        whenOver.run();
    }

    /** Sends an event on every open stream. */
    public void send(SseEvent event) {
        channels.forEach(channel -> channel.send(event));
    }

    /** Whether a stream towards the client is open. */
    public boolean isStreaming() {
        return !channels.isEmpty();
    }

    void end() {
        channels.forEach(Channel::close);
        channels.clear();
    }
}
