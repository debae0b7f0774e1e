package dev.touchstone.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The authorization server, asked as clients and servers ask it; its tokens are read by a validator that is not its own. */
class AuthorizationServerTest {
    private static final String RESOURCE = "http://127.0.0.1:3000/mcp";
    private static final String REDIRECT = "http://127.0.0.1:33418/callback";
    private static final String VERIFIER = "the-quick-brown-fox-jumps-over-the-lazy-dog-and-runs";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static AuthorizationServer server;

    @BeforeAll
    static void start() throws IOException {
        server = AuthorizationServer.start(0, RESOURCE, List.of("mcp", "mcp:tools"), "at+jwt");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_metadata_names_the_issuer_and_what_clients_look_for() throws Exception {
        JsonNode metadata = get("/.well-known/oauth-authorization-server");

        assertThat(metadata.path("issuer").asText()).isEqualTo(server.issuer().toString());
        assertThat(metadata.path("code_challenge_methods_supported")).hasToString("[\"S256\"]");
        for (String endpoint :
                List.of("authorization_endpoint", "token_endpoint", "registration_endpoint", "jwks_uri")) {
            assertThat(metadata.path(endpoint).asText())
                    .startsWith(server.issuer().toString() + "/");
        }
    }

    @Test
    void a_client_registers_and_gets_a_token_that_the_resource_can_check() throws Exception {
        String id = register(REDIRECT);
        Map<String, String> answer = authorize(id, Map.of("state", "s1"));
        assertThat(answer)
                .containsEntry("state", "s1")
                .containsEntry("iss", server.issuer().toString());

        JsonNode tokens = redeem(id, answer.get("code"), Map.of());

        JWTClaimsSet claims = validator().process(tokens.path("access_token").asText(), null);
        assertThat(claims.getAudience()).containsExactly(RESOURCE);
        assertThat(claims.getStringClaim("scope")).isEqualTo("mcp mcp:tools");
        assertThat(tokens.path("token_type").asText()).isEqualToIgnoringCase("Bearer");
    }

    @Test
    void a_token_is_for_the_resource_and_the_scope_that_were_asked_for() throws Exception {
        String id = register(REDIRECT);
        Map<String, String> answer = authorize(id, Map.of("resource", "https://other.example/mcp", "scope", "mcp"));

        JsonNode tokens = redeem(id, answer.get("code"), Map.of());

        String token = tokens.path("access_token").asText();
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        assertThat(claims.path("aud").asText()).isEqualTo("https://other.example/mcp");
        assertThat(claims.path("scope").asText()).isEqualTo("mcp");
    }

    @Test
    void a_code_is_redeemed_once() throws Exception {
        String id = register(REDIRECT);
        String code = authorize(id, Map.of()).get("code");

        assertThat(redeem(id, code, Map.of()).has("access_token")).isTrue();
        assertThat(redeem(id, code, Map.of()).path("error").asText()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, another-verifier-that-is-long-enough-to-be-one-at-all",
        "redirect_uri, http://127.0.0.1:33418/elsewhere",
        "client_id, somebody-else"
    })
    void a_code_is_redeemed_only_by_who_can_prove_that_it_is_theirs(String parameter, String wrong) throws Exception {
        String id = register(REDIRECT);
        String code = authorize(id, Map.of()).get("code");

        assertThat(redeem(id, code, Map.of(parameter, wrong)).path("error").asText())
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_refresh_token_is_replaced_when_it_is_used() throws Exception {
        String id = register(REDIRECT);
        JsonNode first = redeem(id, authorize(id, Map.of()).get("code"), Map.of());
        Map<String, String> form = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                first.path("refresh_token").asText(),
                "client_id",
                id);

        JsonNode second = JSON.readTree(post("/token", FORM, encoded(form)).body());
        JsonNode third = JSON.readTree(post("/token", FORM, encoded(form)).body());

        assertThat(second.path("refresh_token").asText())
                .isNotEmpty()
                .isNotEqualTo(first.path("refresh_token").asText());
        assertThat(third.path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void an_authorization_without_pkce_is_refused_at_the_redirect() throws Exception {
        String id = register(REDIRECT);

        assertThat(authorize(id, Map.of("code_challenge_method", "plain")))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
    }

    @Test
    void a_scope_that_is_not_offered_is_refused_at_the_redirect() throws Exception {
        assertThat(authorize(register(REDIRECT), Map.of("scope", "mcp admin"))).containsEntry("error", "invalid_scope");
    }

    @Test
    void the_next_start_has_keys_of_other_names_so_that_servers_look_again() throws Exception {
        try (AuthorizationServer next = AuthorizationServer.start(0, RESOURCE, List.of("mcp"), "JWT")) {
            JsonNode header = header(next.token(Flaw.NONE));

            assertThat(header.path("typ").asText()).isEqualTo("JWT");
            assertThat(header.path("kid"))
                    .isNotEqualTo(header(server.token(Flaw.NONE)).path("kid"));
            assertThat(header(server.token(Flaw.OTHER_KEY)).path("kid"))
                    .isEqualTo(header(server.token(Flaw.NONE)).path("kid"));
        }
    }

    private static JsonNode header(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
    }

    @Test
    void a_page_whose_name_leads_here_gets_nothing() throws Exception {
        URI other = URI.create("http://localhost:" + server.issuer().getPort() + "/jwks");

        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(other).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(421);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:33418/callback, http://127.0.0.1:4711/callback, 302",
        "http://127.0.0.1:33418/callback, http://127.0.0.1:33418/callback/more, 400",
        "https://app.example/callback, https://app.example/callback, 302",
        "https://app.example/callback, https://app.example:444/callback, 400",
        "https://app.example/callback, https://evil.example/callback, 400",
        "cursor://anysphere.cursor-mcp/oauth/callback, cursor://anysphere.cursor-mcp/oauth/callback, 302",
        "com.example.app:/callback, com.example.app:/callback, 302",
    })
    void redirects_are_the_registered_ones_but_for_the_port_of_loopback(String registered, String asked, int status)
            throws Exception {
        String id = register(registered);

        HttpResponse<String> answer = send("/authorize?" + encoded(request(id, Map.of("redirect_uri", asked))));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Location").isPresent()).isEqualTo(status == 302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"redirect_uris\":[\"http://app.example/callback\"]}",
                "{\"redirect_uris\":[\"javascript:alert(1)\"]}",
                "{\"redirect_uris\":[]}",
                "{}",
                "[",
                ""
            })
    void a_registration_without_a_safe_redirect_is_refused_in_json(String metadata) throws Exception {
        HttpResponse<String> answer = post("/register", "application/json", metadata);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("error").asText()).startsWith("invalid_");
    }

    @Test
    void a_token_without_a_flaw_is_good_for_the_resource() throws Exception {
        assertThat(validator().process(server.token(Flaw.NONE), null).getSubject())
                .isEqualTo("alice");
        assertThat(validator().process(server.token(Flaw.SECOND_USER), null).getSubject())
                .isEqualTo("bob");
        assertThat(validator().process(server.token(Flaw.NO_SCOPE), null).getStringClaim("scope"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, Expired JWT",
        "NOT_YET_VALID, JWT before use time",
        "OTHER_AUDIENCE, JWT aud claim rejected",
        "NO_AUDIENCE, JWT missing required aud claim",
        "OTHER_ISSUER, JWT iss claim",
        "OTHER_KEY, Invalid signature",
        "UNSIGNED, Unsecured"
    })
    void each_flaw_is_the_only_reason_to_refuse_its_token(Flaw flaw, String reason) {
        assertThatThrownBy(() -> validator().process(server.token(flaw), null)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @EnumSource
    void introspection_tells_whether_a_token_was_issued_here_and_is_in_its_time(Flaw flaw) throws Exception {
        Set<Flaw> dead = Set.of(Flaw.EXPIRED, Flaw.NOT_YET_VALID, Flaw.OTHER_ISSUER, Flaw.OTHER_KEY, Flaw.UNSIGNED);

        HttpResponse<String> answer = post("/introspect", FORM, encoded(Map.of("token", server.token(flaw))));

        assertThat(JSON.readTree(answer.body()).path("active").asBoolean()).isEqualTo(!dead.contains(flaw));
    }

    @Test
    void what_is_no_token_is_not_active() throws Exception {
        for (String body : List.of("", "token=", "token=x.y.z", "{")) {
            assertThat(JSON.readTree(post("/introspect", FORM, body).body()).path("active"))
                    .as(body)
                    .hasToString("false");
        }
    }

    @Test
    void a_port_that_is_taken_is_said() {
        int port = server.issuer().getPort();

        assertThatThrownBy(() -> AuthorizationServer.start(port, RESOURCE, List.of(), "JWT"))
                .isInstanceOf(BindException.class);
    }

    private DefaultJWTProcessor<SecurityContext> validator() throws Exception {
        JWKSet keys = JWKSet.parse(get("/jwks").toString());
        DefaultJWTProcessor<SecurityContext> validator = new DefaultJWTProcessor<>();
        validator.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        validator.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys)));
        validator.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                RESOURCE,
                new JWTClaimsSet.Builder().issuer(server.issuer().toString()).build(),
                Set.of("sub", "exp")));
        return validator;
    }

    private String register(String redirect) throws Exception {
        HttpResponse<String> answer =
                post("/register", "application/json", "{\"redirect_uris\":[\"" + redirect + "\"],\"x\":1}");
        assertThat(answer.statusCode()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("client_id").asText();
    }

    private Map<String, String> authorize(String id, Map<String, String> more) throws Exception {
        HttpResponse<String> answer = send("/authorize?" + encoded(request(id, more)));
        String query = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getRawQuery();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static Map<String, String> request(String id, Map<String, String> more) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> request = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                id,
                "redirect_uri",
                REDIRECT,
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                "code_challenge_method",
                "S256"));
        request.putAll(more);
        return request;
    }

    private JsonNode redeem(String id, String code, Map<String, String> more) throws Exception {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", id,
                "redirect_uri", REDIRECT,
                "code", code,
                "code_verifier", VERIFIER));
        form.putAll(more);
        return JSON.readTree(post("/token", FORM, encoded(form)).body());
    }

    private JsonNode get(String path) throws Exception {
        return JSON.readTree(send(path).body());
    }

    private HttpResponse<String> send(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.issuer() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.issuer() + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
