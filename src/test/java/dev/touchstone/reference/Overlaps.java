package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Servers without sessions that are not made for more than one request at a time. */
final class Overlaps {

    private static final Duration WORK = Duration.ofMillis(60);

    private Overlaps() {}

    /** Keeps the id of the request in a field of the only handler there is. */
    static Behaviour sharedField() {
        return new Behaviour() {
            private volatile @Nullable JsonNode current;

            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                current = call.message().path("id");
                LockSupport.parkNanos(WORK.toNanos());
                response.set("id", current);
                return response;
            }
        };
    }

    /** Serves nobody else while somebody listens. */
    static Behaviour oneWorker() {
        return new Behaviour() {
            private final AtomicInteger listening = new AtomicInteger();

            @Override
            public Duration keepAlive() {
                return Duration.ofMillis(20);
            }

            @Override
            public Optional<Reply> intercept(Request request) {
                boolean busy = listening.get() > 0 && !SubscriptionBehaviours.listens(request);
                return busy ? Optional.of(Reply.notice(503, "busy", "one at a time")) : Optional.empty();
            }

            @Override
            public Reply amend(Request request, Reply reply) {
                if (SubscriptionBehaviours.listens(request) && SubscriptionBehaviours.isStream(reply)) {
                    listening.incrementAndGet();
                }
                return reply;
            }

            @Override
            public void streamLost(Request request) {
                if (SubscriptionBehaviours.listens(request)) {
                    listening.decrementAndGet();
                }
            }
        };
    }

    /** Reports progress to whoever asked for some before as well. */
    static Behaviour sharedProgress() {
        return new Behaviour() {
            private final Map<String, JsonNode> last = new ConcurrentHashMap<>();

            @Override
            public List<JsonNode> tells(Call call) {
                List<JsonNode> told = call.context().told();
                JsonNode token = call.params().at("/_meta/progressToken");
                JsonNode earlier = token.isMissingNode() ? null : last.get("token");
                return earlier == null || earlier.equals(token)
                        ? told
                        : Behaviours.joined(told, List.of(Reporter.report(earlier, IntNode.valueOf(1))));
            }

            @Override
            public Reply amend(Request request, Reply reply) {
                JsonNode token = StatelessBehaviours.meta(request).path("progressToken");
                if (!token.isMissingNode()) {
                    last.put("token", token);
                }
                return reply;
            }
        };
    }
}
