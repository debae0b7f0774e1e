package dev.touchstone.authserver;

/** What is wrong with a token; everything else about it is right, so that a refusal can only stem from this. */
public enum Flaw {
    /** Nothing. */
    NONE,
    /** Its time is over (RFC 7519, section 4.1.4). */
    EXPIRED,
    /** Its time has not come (RFC 7519, section 4.1.5). */
    NOT_YET_VALID,
    /** It was issued for another resource (RFC 7519, section 4.1.3; RFC 8707). */
    OTHER_AUDIENCE,
    /** It does not say for which resource it was issued. */
    NO_AUDIENCE,
    /** Another issuer is named in it, which does not exist (RFC 7519, section 4.1.1). */
    OTHER_ISSUER,
    /** It is signed with a key that the issuer does not publish, under the name of the one that it does. */
    OTHER_KEY,
    /** It has no signature, and says so with the algorithm {@code none} (RFC 8725, section 3.2). */
    UNSIGNED,
    /** It has no scope at all. */
    NO_SCOPE,
    /** It belongs to another user of another client, and is right. */
    SECOND_USER
}
