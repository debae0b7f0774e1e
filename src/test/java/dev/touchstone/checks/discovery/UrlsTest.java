package dev.touchstone.checks.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.checks.Answers;
import dev.touchstone.verdict.Expect;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses and documents as they stand in metadata. */
class UrlsTest {

    @ParameterizedTest
    @CsvSource({
        "http://a, true",
        "HTTPS://A:65535/b, true",
        "https://a:65536/, false",
        "ftp://a/, false",
        "https:///b, false",
        "/b, false",
        "a b, false"
    })
    void absolute_urls_of_the_web_are_known(String text, boolean absolute) {
        assertThat(Urls.absolute(text).isPresent()).isEqualTo(absolute);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP://A.Example/, http://a.example, ''",
        "http://a.example, http://a.example, ''",
        "http://a/B/, http://a/B/, /B/",
        "http://a/b?q, http://a/b?q, /b",
        "https://a:443/b, https://a/b, /b",
        "http://a:443/b, http://a:443/b, /b",
        "http://[::1]:80/b, http://[::1]/b, /b"
    })
    void scheme_and_host_are_compared_without_case_and_the_root_without_its_slash(
            String text, String normal, String path) {
        assertThat(Urls.normal(URI.create(text))).isEqualTo(normal);
        assertThat(Urls.path(URI.create(text))).isEqualTo(path);
    }

    @Test
    void well_known_addresses_have_the_path_inserted_or_appended() {
        assertThat(WellKnown.inserted("http://a", WellKnown.RESOURCE, "/b/"))
                .hasToString("http://a/.well-known/oauth-protected-resource/b/");
        assertThat(WellKnown.appended("http://a", WellKnown.OPENID, "/b/"))
                .hasToString("http://a/b/.well-known/openid-configuration");
        assertThat(WellKnown.withoutSlash("/b")).isEqualTo("/b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | {}   | true
                    201 | {}   | false
                    200 | []   | false
                    200 | <p/> | false
                    """)
    void metadata_is_one_object_with_status_200(int status, String body, boolean served) {
        assertThat(document(status, "text/html", body).served()).isEqualTo(served);
    }

    @Test
    void members_that_are_no_text_are_none() {
        Document document = document(200, "application/json", "{\"a\":\"b\",\"c\":1,\"d\":[\"e\",\"f\"]}");

        assertThat(document.text("a")).isEqualTo("b");
        assertThat(document.text("c")).isEmpty();
        assertThat(document.texts("d")).containsExactly("e", "f");
        assertThat(document.label()).isEqualTo("/x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                   | false | false
                    {"grant_types_supported":[]}                                         | true  | false
                    {"grant_types_supported":["client_credentials"]}                     | true  | false
                    {"grant_types_supported":["authorization_code"]}                     | false | false
                    {"grant_types_supported":["implicit"]}                               | false | true
                    {"grant_types_supported":["implicit","x"]}                           | false | false
                    {"response_types_supported":["token","id_token"]}                    | false | true
                    {"response_types_supported":["token","code"]}                        | false | false
                    {"response_types_supported":[]}                                      | false | false
                    {"response_types_supported":["token"],"grant_types_supported":["x"]} | true  | false
                    """)
    void which_endpoints_are_needed_is_told_by_the_grants(String body, boolean noAuthorization, boolean noToken) {
        Members members = new Members(document(200, "application/json", body), new Expect());

        assertThat(members.noGrantUsesAuthorization()).isEqualTo(noAuthorization);
        assertThat(members.onlyImplicit()).isEqualTo(noToken);
    }

    @ParameterizedTest
    @CsvSource({"1, false, 1", "1, true, 1", "'\"http://a\"', false, 0", "'', true, 0", "'', false, 1"})
    void a_url_may_be_missing_where_nothing_needs_it_and_never_be_wrong(String value, boolean needless, int findings) {
        Expect expect = new Expect();
        String body = value.isEmpty() ? "{}" : "{\"u\":%s}".formatted(value);
        new Members(document(200, "application/json", body), expect).urlUnless(needless, "u");

        assertThat(expect.findings()).hasSize(findings);
        assertThat(expect.evidence()).hasSize(1);
    }

    @Test
    void documents_are_json_and_their_lists_are_lists() {
        Expect expect = new Expect();
        new Members(document(200, "text/plain", "{}"), expect).mediaType();
        new Members(document(200, "application/json", "{}"), expect).mediaType();
        new Members(document(200, "application/json", "{\"a\":[]}"), expect).array("a");
        new Members(document(200, "application/json", "{\"a\":1}"), expect).array("a");

        assertThat(expect.findings())
                .extracting(finding -> finding.seen())
                .containsExactly("http://a/x: media type text/plain", "http://a/x: a 1");
    }

    private static Document document(int status, String type, String body) {
        return new Document(URI.create("http://a/x"), Answers.answered("GET", status, type, body));
    }
}
