package dev.touchstone.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One obligation of a server, in our own words.
 *
 * @param id stable name, prefixed by its area
 * @param area the area it belongs to
 * @param level how binding it is, unless {@code levels} says otherwise for a revision
 * @param levels levels that differ, by revision
 * @param basis what it stands on
 * @param revisions the revisions that have it
 * @param needs what a server must offer, or the user supply, for it to be judged; several are separated by commas
 * @param title what the server does, in a line
 * @param statement the obligation
 * @param expected the accepted answers
 * @param why why it matters to a client, may be empty
 * @param hint the usual cause and its repair, may be empty
 * @param clause page and heading that carries it, unless {@code clauses} says otherwise for a revision
 * @param clauses clauses that differ, by revision
 * @param also further bases: {@code rfc9110#15.5.6}, {@code schema:Type}, {@code whatwg-sse}
 * @param untested why there is no check
 */
public record Requirement(
        String id,
        String area,
        Level level,
        Map<String, Level> levels,
        Basis basis,
        List<String> revisions,
        String needs,
        String title,
        String statement,
        String expected,
        String why,
        String hint,
        String clause,
        Map<String, String> clauses,
        List<String> also,
        Optional<Untested> untested) {
    private static final Set<String> STRANGERS = Set.of("auth:protected", "auth:required", "auth:as");

    /** Copies the collections. */
    public Requirement {
        levels = Map.copyOf(levels);
        revisions = List.copyOf(revisions);
        clauses = Map.copyOf(clauses);
        also = List.copyOf(also);
    }

    /** Whether the revision has this requirement. */
    public boolean appliesTo(Revision revision) {
        return revisions.contains(revision.id());
    }

    /** How binding it is in a revision. */
    public Level levelIn(Revision revision) {
        return levels.getOrDefault(revision.id(), level);
    }

    /** Where a revision says so. */
    public URI clauseIn(Revision revision) {
        return revision.clause(clauses.getOrDefault(revision.id(), clause));
    }

    /** Whether a broken one makes the server non-conformant, rather than only unrecommended. */
    public boolean bindingIn(Revision revision) {
        return levelIn(revision).binding() && basis != Basis.IMPLIED;
    }

    /** Whether it is about what a server shows to clients that have no credentials. */
    public boolean shownToStrangers() {
        return area.equals("discovery") || STRANGERS.contains(needs);
    }

    /** Whether there is a check for it. */
    public boolean tested() {
        return untested.isEmpty();
    }
}
