package dev.touchstone.demo;

/** What a server without sessions asks of every request before it looks at the method. */
public enum StatelessRule {
    /** The version header is there. */
    VERSION_HEADER_PRESENT,
    /** The version header says what the metadata says. */
    VERSION_HEADER_EQUAL,
    /** The method header is there. */
    METHOD_HEADER_PRESENT,
    /** The method header says what the body says. */
    METHOD_HEADER_EQUAL,
    /** The name header is there where the method has a name. */
    NAME_HEADER_PRESENT,
    /** The name header says what the params say. */
    NAME_HEADER_EQUAL,
    /** There is metadata at all. */
    METADATA_PRESENT,
    /** The metadata names the version. */
    VERSION_IN_METADATA,
    /** The metadata lists the client's capabilities. */
    CAPABILITIES_IN_METADATA,
    /** The version is spoken. */
    VERSION_SUPPORTED
}
