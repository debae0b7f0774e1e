package dev.touchstone.authserver;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.Scope;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** Makes access tokens as signed JWTs (RFC 9068), good ones and ones with a single flaw. */
final class Mint {
    /** Long enough for every run, and for a debugger in the middle of it. */
    static final Duration LIFETIME = Duration.ofHours(8);

    private static final int KEY_BITS = 2048;
    private static final String ELSEWHERE = "https://elsewhere.example";

    private final String issuer;
    private final JOSEObjectType type;
    private final RSAKey key;
    private final RSAKey foreign;

    /**
     * Makes new keys, under a name that no earlier ones had: servers look for keys again when they meet a new name.
     *
     * @param type what tokens call themselves, {@code at+jwt} by RFC 9068
     */
    Mint(String issuer, String type) {
        this.issuer = issuer;
        this.type = new JOSEObjectType(type);
        String name = UUID.randomUUID().toString();
        this.key = generate(name);
        this.foreign = generate(name);
    }

    private static RSAKey generate(String id) {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException noSuchAlgorithm) {
            throw new IllegalStateException("every Java has RSA", noSuchAlgorithm);
        }
    }

    /** The public keys (RFC 7517). */
    JWKSet published() {
        return new JWKSet(key.toPublicJWK());
    }

    /** A token that opens something. */
    String token(Access access) {
        return signed(claims(access, issuer, Instant.now()).build(), key);
    }

    /** The same with one thing wrong. */
    String token(Access access, Flaw flaw) {
        Instant now = Instant.now();
        return switch (flaw) {
            case NONE -> token(access);
            case EXPIRED ->
                signed(
                        claims(access, issuer, now.minus(LIFETIME).minus(LIFETIME))
                                .build(),
                        key);
            case NOT_YET_VALID ->
                signed(
                        claims(access, issuer, now)
                                .notBeforeTime(Date.from(now.plus(LIFETIME.dividedBy(2))))
                                .build(),
                        key);
            case OTHER_AUDIENCE -> token(access.to(ELSEWHERE + "/mcp"));
            case NO_AUDIENCE ->
                signed(claims(access, issuer, now).audience((String) null).build(), key);
            case OTHER_ISSUER -> signed(claims(access, ELSEWHERE, now).build(), key);
            case OTHER_KEY -> signed(claims(access, issuer, now).build(), foreign);
            case UNSIGNED ->
                new PlainJWT(
                                new PlainHeader.Builder().type(type).build(),
                                claims(access, issuer, now).build())
                        .serialize();
            case NO_SCOPE -> token(access.within(new Scope()));
            case SECOND_USER -> token(access.of("bob", "touchstone-2"));
        };
    }

    private static JWTClaimsSet.Builder claims(Access access, String issuer, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(access.user())
                .audience(access.audience())
                .claim("client_id", access.client())
                .claim("scope", access.scope().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString());
    }

    private String signed(JWTClaimsSet claims, RSAKey with) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(type)
                .keyID(with.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(with));
        } catch (JOSEException wrongKey) {
            throw new IllegalStateException("the key was made for this", wrongKey);
        }
        return token.serialize();
    }

    /** The claims of a token that this issuer made and whose time it is; what it may be used for is not looked at. */
    Optional<JWTClaimsSet> read(String token) {
        try {
            SignedJWT read = SignedJWT.parse(token);
            JWTClaimsSet claims = read.getJWTClaimsSet();
            Date now = new Date();
            boolean good = read.verify(new RSASSAVerifier(key))
                    && issuer.equals(claims.getIssuer())
                    && now.before(claims.getExpirationTime())
                    && (claims.getNotBeforeTime() == null || now.after(claims.getNotBeforeTime()));
            return good ? Optional.of(claims) : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
