package dev.touchstone.reference;

import static dev.touchstone.demo.StatelessRule.METHOD_HEADER_EQUAL;
import static dev.touchstone.demo.StatelessRule.METHOD_HEADER_PRESENT;
import static dev.touchstone.demo.StatelessRule.NAME_HEADER_EQUAL;
import static dev.touchstone.demo.StatelessRule.NAME_HEADER_PRESENT;
import static dev.touchstone.demo.StatelessRule.VERSION_HEADER_EQUAL;
import static dev.touchstone.demo.StatelessRule.VERSION_HEADER_PRESENT;
import static dev.touchstone.reference.Behaviours.document;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.StatelessBehaviours.refusing;
import static dev.touchstone.reference.StatelessBehaviours.without;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;

/** What servers without sessions get wrong about the headers that repeat the body. */
enum HeadersFault implements Fault {

    /** The version header may be left out. */
    VERSION_HEADER_OPTIONAL(breaking("headers.version.missing.rejected", () -> without(VERSION_HEADER_PRESENT))),

    /** The version header is there for others to read. */
    VERSION_HEADER_UNREAD(breaking("headers.version.mismatch.rejected", () -> without(VERSION_HEADER_EQUAL))),

    /** The method header may be left out. */
    METHOD_HEADER_OPTIONAL(breaking("headers.method.missing.rejected", () -> without(METHOD_HEADER_PRESENT))),

    /** The method header is there for others to read. */
    METHOD_HEADER_UNREAD(breaking("headers.method.mismatch.rejected", () -> without(METHOD_HEADER_EQUAL))),

    /** The name header may be left out. */
    NAME_HEADER_OPTIONAL(breaking("headers.name.missing.rejected", () -> without(NAME_HEADER_PRESENT))),

    /** The name header is there for others to read. */
    NAME_HEADER_UNREAD(breaking("headers.name.mismatch.rejected", () -> without(NAME_HEADER_EQUAL))),

    /** Marked Base64 is compared as it is. */
    BASE64_NOT_DECODED(breaking(
            "headers.name.base64.decoded", () -> intercepting(r -> name(r).startsWith("=?base64?"), r -> mismatch(r)))),

    /** What cannot be decoded counts as equal. */
    BAD_BASE64_ACCEPTED(breaking(
            "headers.name.base64.mismatch.rejected", () -> without(r -> name(r).contains("!!!"), NAME_HEADER_EQUAL))),

    /** The refusal of headers has status 200. */
    HEADER_ERROR_200(breaking("headers.rejection.http-400", () -> refusing(-32020, reply -> reply.withStatus(200)))),

    /** The refusal of headers has no id: it is sent before the body is read. */
    HEADER_ERROR_WITHOUT_ID(breaking(
            "headers.rejection.error-body", () -> refusing(-32020, reply -> document(reply, d -> d.remove("id"))))),

    /** Header names in capitals are not known. */
    CAPITAL_NAMES_UNKNOWN(breaking("headers.field-names.case-insensitive", () -> Behaviour.CONFORMING)
            .in(behaviour -> Rig.behind(behaviour, line -> line.replace("MCP-METHOD:", "X-METHOD:"), line -> line))),

    /** White space counts. */
    WHITE_SPACE_COUNTS(breaking("headers.values.surrounding-whitespace", () -> Behaviour.CONFORMING)
            .in(behaviour -> Rig.behind(behaviour, HeadersFault::marked, line -> line))),

    /** Parameter headers that nobody asked for are refused. */
    UNKNOWN_PARAMETER_REFUSED(breaking(
                    "headers.param.unrecognized.ignored",
                    () -> intercepting(request -> request.header("Unknown").isPresent(), HeadersFault::mismatch))
            .in(behaviour -> Rig.behind(
                    behaviour, line -> line.startsWith("Mcp-Param-Touchstone") ? "Unknown: 1" : line, line -> line)));

    private final Defect defect;

    HeadersFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static String name(Request request) {
        return request.header("Mcp-Name").orElse("");
    }

    private static Reply mismatch(Request request) {
        String error = "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32020,\"message\":\"other name\"}}";
        return Reply.text(
                400, Reply.JSON, error.formatted(request.json().orElseThrow().get("id")));
    }

    /** Makes white space that the server would not see part of the value. */
    private static String marked(String line) {
        return line.matches("(?i)mcp-method: [ \\t].*") ? line + "_" : line;
    }
}
