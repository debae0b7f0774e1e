package dev.touchstone.junit;

import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.preflight.Dialect;
import java.util.List;
import java.util.Optional;

/** The revisions that the server speaks besides the one being judged, on the same transport. */
public final class Siblings {
    private final Dialect dialect;
    private final List<Dialect> all;

    Siblings(Dialect dialect, List<Dialect> all) {
        this.dialect = dialect;
        this.all = List.copyOf(all);
    }

    /** The revisions that the server speaks on this transport and in this era, newest first, the judged one included. */
    public List<String> spoken() {
        return all.stream()
                .filter(other -> other.transport() == dialect.transport()
                        && other.revision().era() == dialect.revision().era())
                .map(other -> other.revision().id())
                .toList();
    }

    /** The revisions that the server speaks, on whatever transport and in whatever era. */
    public List<String> spokenInAnyEra() {
        return all.stream().map(other -> other.revision().id()).toList();
    }

    /** The revisions with sessions that the server speaks at the same address, newest first, where the judged one has none. */
    public List<Revision> earlier() {
        return all.stream()
                .map(Dialect::revision)
                .filter(revision -> dialect.revision().era() == Era.STATELESS && revision.era() == Era.STATEFUL)
                .toList();
    }

    /** A revision that is not the judged one, if the server speaks any. */
    public Optional<String> anotherRevision() {
        return spoken().stream()
                .filter(id -> !id.equals(dialect.revision().id()))
                .findFirst();
    }
}
