package dev.touchstone.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.target.Target;
import java.net.URI;

/** Opens sessions on one endpoint, each asking for one revision. */
public sealed interface McpClient permits StreamableClient, LegacySseClient, StatelessClient {
    /** The revision that sessions ask for. */
    Revision revision();

    /** The address of the endpoint. */
    URI endpoint();

    /** The sender underneath. */
    Http http();

    /** A client of the same revision and sender that approaches the server with other credentials. */
    McpClient as(Target other);

    /** Sends one initialize request in a conversation of its own and ends that conversation. */
    Reply initialize(ObjectNode params);

    /**
     * Opens a session up to the initialize result, without the notification that ends the handshake.
     *
     * @throws NotConnected if initialize is not answered with a result
     */
    Session begin();

    /**
     * Opens a session that is ready for operation.
     *
     * @throws NotConnected if initialize is not answered with a result
     */
    default Session connect() {
        Session session = begin();
        session.initialized();
        return session;
    }
}
