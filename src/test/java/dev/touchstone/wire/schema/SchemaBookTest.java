package dev.touchstone.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaBookTest {
    private final SchemaBook book = SchemaBook.of("2025-11-25");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"tools": [{"inputSchema": {"type": "object"}}]}            | /result/tools/0/name | a string | absent | tools.list.tool-shape
            {"tools": [{"name": "a", "inputSchema": null}]}             | /result/tools/0/inputSchema | an object | null | tools.input-schema.not-null
            {"tools": [{"name": "a", "inputSchema": {}}]}               | /result/tools/0/inputSchema/type | "object" | absent | tools.list.tool-shape
            {"tools": [{"name": "a", "inputSchema": {"type": "object", "properties": {"p": true}}}]} | /result/tools/0/inputSchema/properties/p | an object, not a boolean | true | schema.messages.valid
            {"tools": [], "nextCursor": null}                           | /result/nextCursor | a string | null | pagination.next-cursor.string
            {"tools": [], "_meta": []}                                  | /result/_meta | an object | [] | schema.meta.object
            {"tools": [{"name": "a", "title": 1, "inputSchema": {"type": "object"}}]} | /result/tools/0/title | a string | 1 | schema.title.string
            {"tools": {}}                                               | /result/tools | an array | {} | tools.list.result
            """)
    void what_is_wrong_in_a_list_of_tools_has_a_place_words_and_a_requirement(
            String result, String pointer, String expected, String seen, String requirement) {
        assertThat(violations("tools/list", result))
                .containsExactly(new Violation(pointer, expected, seen, requirement));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tools/call   | {"content": [{"type": "image", "data": "AAAA"}]} | /result/content/0/mimeType | tools.call.image-content
            tools/call   | {"content": [{"type": "video"}]} | /result/content/0/type | tools.call.content-types.2025-06-18
            prompts/get  | {"messages": [{"role": "user", "content": {"type": "image", "data": "AAAA"}}]} | /result/messages/0/content/mimeType | prompts.content.image
            initialize   | {"protocolVersion": "x", "capabilities": {"tools": {"listChanged": "yes"}}, "serverInfo": {"name": "n", "version": "1"}} | /result/capabilities/tools/listChanged | schema.capabilities.types
            initialize   | {"protocolVersion": "x", "capabilities": {}, "serverInfo": {"name": "n"}} | /result/serverInfo/version | lifecycle.initialize.server-info
            """)
    void the_same_form_belongs_to_different_requirements_in_different_places(
            String method, String result, String pointer, String requirement) {
        assertThat(violations(method, result))
                .singleElement()
                .satisfies(violation -> assertThat(violation.pointer()).isEqualTo(pointer))
                .satisfies(violation -> assertThat(violation.requirement()).isEqualTo(requirement));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tools/list | {"tools": [], "ttlMs": 0, "cacheScope": "public"} | /result/resultType | a string | jsonrpc.result-type.present
            tools/list | {"resultType": "complete", "tools": [], "ttlMs": 0} | /result/cacheScope | one of "public", "private" | caching.tools-list.hints
            tools/list | {"resultType": "complete", "tools": [], "ttlMs": -1, "cacheScope": "public"} | /result/ttlMs | at least 0 | caching.ttl.non-negative-integer
            tools/list | {"resultType": "input_required", "requestState": "s"} | /result/resultType | another type than input_required | mrtr.only-supported-methods
            tools/call | {"resultType": "input_required"} | /result | an object with inputRequests or requestState | mrtr.requests-or-state
            tools/call | {"resultType": "input_required", "inputRequests": {"a": {"method": "ping"}}} | /result/inputRequests/a/method | one of "elicitation/create", "sampling/createMessage", "roots/list" | mrtr.input-requests.kinds
            tools/call | {"resultType": "complete"} | /result/content | an array | tools.call.result-content
            server/discover | {"resultType": "complete", "supportedVersions": [], "capabilities": {}, "ttlMs": 0, "cacheScope": "public", "_meta": {"io.modelcontextprotocol/serverInfo": {"name": "n"}}} | /result/_meta/io.modelcontextprotocol~1serverInfo/version | a string | discover.server-info.shape
            """)
    void a_result_of_the_stateless_revision_is_judged_by_its_type(
            String method, String result, String pointer, String expected, String requirement) {
        assertThat(violations(SchemaBook.of("2026-07-28"), method, result))
                .singleElement()
                .satisfies(violation -> assertThat(violation.pointer()).isEqualTo(pointer))
                .satisfies(violation -> assertThat(violation.expected()).isEqualTo(expected))
                .satisfies(violation -> assertThat(violation.requirement()).isEqualTo(requirement));
    }

    @Test
    void of_a_result_of_a_type_of_an_extension_only_the_envelope_is_judged() {
        SchemaBook stateless = SchemaBook.of("2026-07-28");

        assertThat(violations(stateless, "tools/call", "{\"resultType\": \"task\", \"content\": 5}"))
                .isEmpty();
        assertThat(violations(stateless, "tools/call", "{\"resultType\": \"task\", \"_meta\": 5}"))
                .extracting(Violation::requirement)
                .containsExactly("schema.meta.object");
    }

    @Test
    void where_there_is_a_choice_one_violation_tells_all_of_it() {
        assertThat(violations("resources/read", "{\"contents\": [{\"uri\": \"a:b\"}]}"))
                .containsExactly(new Violation(
                        "/result/contents/0",
                        "an object with a string text or a string blob",
                        "{\"uri\":\"a:b\"}",
                        "resources.read.contents-shape"));
    }

    @Test
    void of_an_unknown_method_only_the_envelope_is_judged() {
        assertThat(violations("vendor/x", "{\"tools\": 5}")).isEmpty();
        assertThat(violations("vendor/x", "[]"))
                .extracting(Violation::requirement)
                .containsExactly("jsonrpc.response.result-object");
    }

    @Test
    void there_are_no_schemas_of_a_revision_that_nobody_knows() {
        assertThat(SchemaBook.find("2026-01-01")).isEmpty();
        assertThatThrownBy(() -> SchemaBook.of("2026-01-01")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Violation> violations(String method, String result) {
        return violations(book, method, result);
    }

    private static List<Violation> violations(SchemaBook book, String method, String result) {
        JsonNode message = Json.object()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .set("result", Json.parse(result).orElseThrow());
        return book.violations(Kind.RESULT, method, message);
    }
}
