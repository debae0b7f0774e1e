package dev.touchstone.checks.completion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;

/**
 * What came of a completion.
 *
 * @param subject what was completed
 * @param reply the reply
 */
record Completion(Subject subject, Reply reply) {
    /** The completion in the result, a missing node if there is none. */
    JsonNode completion() {
        return reply.result().path("completion");
    }
}
