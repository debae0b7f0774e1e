package dev.touchstone.catalogue;

import java.net.URI;
import java.util.List;

/**
 * What named clients do when a requirement is broken.
 *
 * @param fault the field fault's number, such as {@code F01}
 * @param requirements the requirements whose violation triggers it
 * @param clients the names of the clients
 * @param symptom what the user of such a client sees
 * @param evidence {@code reported} by others, or {@code reproduced} by us
 * @param references public reports
 */
public record Breakage(
        String fault,
        List<String> requirements,
        List<String> clients,
        String symptom,
        String evidence,
        List<URI> references) {

    /** Copies the lists. */
    public Breakage {
        requirements = List.copyOf(requirements);
        clients = List.copyOf(clients);
        references = List.copyOf(references);
    }
}
