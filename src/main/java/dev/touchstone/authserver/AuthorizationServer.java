package dev.touchstone.authserver;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An authorization server on the loopback address: metadata (RFC 8414), keys, registration (RFC 7591), the code flow with PKCE
 * (RFC 7636) without a person in it, introspection (RFC 7662). A server under test that trusts it can be shown tokens with
 * exactly one flaw each.
 *
 * <p>Everybody who asks it gets a token; it is for tests and for nothing else.
 */
public final class AuthorizationServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MISDIRECTED = 421;
    private static final int BODY_LIMIT = 64 * 1024;
    private static final String USER = "alice";
    private static final String CLIENT = "touchstone";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(AuthorizationServer::daemon);
    private final URI issuer;
    private final Access standard;
    private final Mint mint;
    private final Endpoints endpoints;

    private AuthorizationServer(HttpServer http, String audience, Scope scope, String type) {
        this.http = http;
        this.issuer = URI.create("http://" + LOOPBACK + ":" + http.getAddress().getPort());
        this.standard = new Access(USER, CLIENT, audience, scope);
        this.mint = new Mint(issuer.toString(), type);
        this.endpoints = new Endpoints(issuer, standard, mint);
    }

    /**
     * Starts a server with new keys.
     *
     * @param port where it listens, 0 for any that is free
     * @param audience the resource that its tokens are for: what {@code aud} says
     * @param scopes the scopes that its tokens have
     * @param type what its tokens say in {@code typ}: {@code at+jwt} (RFC 9068), or {@code JWT} for servers that know no other
     * @throws IOException if the port is taken
     */
    public static AuthorizationServer start(int port, String audience, List<String> scopes, String type)
            throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port), 0);
        AuthorizationServer server =
                new AuthorizationServer(http, audience, new Scope(scopes.toArray(String[]::new)), type);
        http.setExecutor(server.threads);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** What its tokens say in {@code iss}, and where its metadata is found. */
    public URI issuer() {
        return issuer;
    }

    /** A token for the resource with one flaw, or with none. */
    public String token(Flaw flaw) {
        return mint.token(standard, flaw);
    }

    /** Stops listening. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readNBytes(BODY_LIMIT), StandardCharsets.UTF_8);
            HTTPResponse response = route(exchange, body);
            response.getHeaderMap()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            String content = response.getBody() == null ? "" : response.getBody();
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.getStatusCode(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private HTTPResponse route(HttpExchange exchange, String body) {
        if (!issuer.getAuthority().equals(exchange.getRequestHeaders().getFirst("Host"))) {
            return new HTTPResponse(MISDIRECTED); // a web page whose name was made to lead here, for one
        }
        String method = exchange.getRequestMethod();
        return switch (method + " " + exchange.getRequestURI().getRawPath()) {
            case "GET /.well-known/oauth-authorization-server" ->
                json(metadata().toJSONObject().toJSONString());
            case "GET /jwks" -> json(mint.published().toString());
            case "GET /authorize" -> endpoints.authorize(request(exchange, HTTPRequest.Method.GET, body));
            case "POST /register" -> endpoints.register(request(exchange, HTTPRequest.Method.POST, body));
            case "POST /token" -> endpoints.token(request(exchange, HTTPRequest.Method.POST, body));
            case "POST /introspect" -> endpoints.introspect(request(exchange, HTTPRequest.Method.POST, body));
            default -> new HTTPResponse(HTTPResponse.SC_NOT_FOUND);
        };
    }

    private HTTPRequest request(HttpExchange exchange, HTTPRequest.Method method, String body) {
        HTTPRequest request = new HTTPRequest(method, issuer.resolve(exchange.getRequestURI()));
        try {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type != null) {
                request.setContentType(type);
            }
        } catch (ParseException odd) {
            // without a type it is refused where one is needed
        }
        request.setBody(body);
        return request;
    }

    private static HTTPResponse json(String body) {
        HTTPResponse response = new HTTPResponse(HTTPResponse.SC_OK);
        response.setEntityContentType(ContentType.APPLICATION_JSON);
        response.setBody(body);
        return response;
    }

    private AuthorizationServerMetadata metadata() {
        AuthorizationServerMetadata metadata = new AuthorizationServerMetadata(new Issuer(issuer));
        metadata.setAuthorizationEndpointURI(issuer.resolve("/authorize"));
        metadata.setTokenEndpointURI(issuer.resolve("/token"));
        metadata.setRegistrationEndpointURI(issuer.resolve("/register"));
        metadata.setIntrospectionEndpointURI(issuer.resolve("/introspect"));
        metadata.setJWKSetURI(issuer.resolve("/jwks"));
        metadata.setScopes(standard.scope());
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        metadata.setTokenEndpointAuthMethods(List.of(ClientAuthenticationMethod.NONE));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        return metadata;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "authorization-server");
        thread.setDaemon(true);
        return thread;
    }
}
