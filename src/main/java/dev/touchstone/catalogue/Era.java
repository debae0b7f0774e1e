package dev.touchstone.catalogue;

/** The two families of revisions: with an initialize handshake, and without. */
public enum Era {
    /** 2024-11-05 to 2025-11-25: initialize, negotiated version, optional sessions. */
    STATEFUL,
    /** Since 2026-07-28: every request stands alone. */
    STATELESS
}
