package dev.touchstone.checks.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Set;

/** Expectations of the members of a document that an authorization server serves about itself. */
final class Members {
    private static final Set<String> IMPLICIT = Set.of("token", "id_token", "id_token token", "token id_token");

    private final Document document;
    private final Expect expect;

    Members(Document document, Expect expect) {
        this.document = document;
        this.expect = expect;
        expect.seen(document.exchange());
    }

    /** RFC 8414, 3.2: the document is labelled as JSON. */
    void mediaType() {
        String type = document.exchange().mediaType();
        holds(type.equals("application/json"), "media type application/json", "media type " + Shown.text(type));
    }

    void url(String member) {
        JsonNode value = document.body().path(member);
        holds(
                value.isTextual() && Urls.absolute(value.textValue()).isPresent(),
                member + ", an absolute URL",
                seen(member));
    }

    void array(String member) {
        holds(document.body().path(member).isArray(), member + ", an array", seen(member));
    }

    /** A URL that may be missing if nothing needs it, but not be wrong. */
    void urlUnless(boolean needless, String member) {
        if (!needless || document.body().has(member)) {
            url(member);
        }
    }

    /** Whether no grant that is offered uses the authorization endpoint; both that do are the default. */
    boolean noGrantUsesAuthorization() {
        List<String> grants = document.texts("grant_types_supported");
        boolean offered = document.body().path("grant_types_supported").isArray();
        return offered && !grants.contains("authorization_code") && !grants.contains("implicit");
    }

    /** Whether only the implicit grant is offered, which uses no token endpoint. */
    boolean onlyImplicit() {
        List<String> types = document.texts("response_types_supported");
        return document.texts("grant_types_supported").equals(List.of("implicit"))
                || (!types.isEmpty() && !document.body().has("grant_types_supported") && IMPLICIT.containsAll(types));
    }

    private String seen(String member) {
        JsonNode value = document.body().path(member);
        return value.isMissingNode() ? "no " + member : member + " " + Shown.of(value);
    }

    private void holds(boolean right, String expected, String seen) {
        String place = document.url() + ": ";
        expect.holds(right, place + expected, place + seen);
    }
}
