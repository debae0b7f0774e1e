package dev.touchstone.wire;

/** The codes of JSON-RPC errors that JSON-RPC or a revision of the protocol gives a meaning. */
public final class ErrorCode {
    /** JSON-RPC 2.0, 5.1: what came is no JSON. */
    public static final int PARSE_ERROR = -32700;

    /** JSON-RPC 2.0, 5.1: what came is JSON and no request. */
    public static final int INVALID_REQUEST = -32600;

    /** JSON-RPC 2.0, 5.1: the method is unknown, or its feature not offered. */
    public static final int METHOD_NOT_FOUND = -32601;

    /** JSON-RPC 2.0, 5.1: the params do not fit, or name nothing that there is. */
    public static final int INVALID_PARAMS = -32602;

    /** JSON-RPC 2.0, 5.1: the server failed. */
    public static final int INTERNAL_ERROR = -32603;

    /** {@code server/resources#error-handling} up to 2025-11-25: there is no such resource. */
    public static final int RESOURCE_NOT_FOUND = -32002;

    /** {@code client/elicitation#url-elicitation-required-error} of 2025-11-25 alone: the user has to visit a page first. */
    public static final int ELICITATION_REQUIRED = -32042;

    /** {@code basic/transports/streamable-http#server-validation} from 2026-07-28: headers and body do not agree. */
    public static final int HEADER_MISMATCH = -32020;

    /** {@code basic/index#error-codes} from 2026-07-28: the request declares too few capabilities of the client. */
    public static final int MISSING_CAPABILITY = -32021;

    /** {@code basic/versioning#protocol-version-negotiation} from 2026-07-28: the version is not spoken here. */
    public static final int UNSUPPORTED_VERSION = -32022;

    private ErrorCode() {}
}
