package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** What there is to know about a fault. */
record Defect(
        Set<String> breaks,
        Set<String> revisions,
        boolean exclusive,
        Supplier<Behaviour> behaviour,
        Function<Behaviour, Rig> rig) {

    private static final Set<String> STREAMABLE = Set.of("2025-03-26", "2025-06-18", "2025-11-25");
    private static final Set<String> STATELESS = Set.of("2026-07-28");
    private static final Set<String> LEGACY = Set.of("2024-11-05");
    private static final Set<String> ALL = Set.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

    /** A fault of the Streamable HTTP endpoint under every revision it speaks. */
    static Defect breaking(String requirement, Supplier<Behaviour> behaviour) {
        return new Defect(Set.of(requirement), STREAMABLE, false, behaviour, Rig::of);
    }

    /** The same fault, shown only under some revisions. */
    Defect only(String... some) {
        return new Defect(breaks, Set.of(some), exclusive, behaviour, rig);
    }

    /** The same fault at every endpoint, shown from a revision on. */
    Defect since(String first) {
        Set<String> later = new TreeSet<>(inEveryEra().revisions());
        later.removeIf(revision -> revision.compareTo(first) < 0);
        return new Defect(breaks, later, exclusive, behaviour, rig);
    }

    /** The same fault, shown under the revisions that have the version header. */
    Defect sinceVersionHeader() {
        return only("2025-06-18", "2025-11-25");
    }

    /** The same fault at the older transport. */
    Defect legacy() {
        return new Defect(breaks, LEGACY, exclusive, behaviour, rig);
    }

    /** The same fault of a server without sessions. */
    Defect stateless() {
        return new Defect(breaks, STATELESS, exclusive, behaviour, rig);
    }

    /** The same fault at every endpoint, that of the stateless revision too. */
    Defect inEveryEra() {
        Set<String> revisions = new TreeSet<>(ALL);
        revisions.addAll(STATELESS);
        return new Defect(breaks, revisions, exclusive, behaviour, rig);
    }

    /** The same fault wherever a request is answered in the response to its POST. */
    Defect byPost() {
        Set<String> revisions = new TreeSet<>(STREAMABLE);
        revisions.addAll(STATELESS);
        return new Defect(breaks, revisions, exclusive, behaviour, rig);
    }

    /** The same fault at both transports of the stateful revisions. */
    Defect everywhere() {
        return new Defect(breaks, ALL, exclusive, behaviour, rig);
    }

    /** The same fault, known to disturb sessions that are none of its business. */
    Defect alone() {
        return new Defect(breaks, revisions, true, behaviour, rig);
    }

    /** The same fault in front of the server instead of in it. */
    Defect in(Function<Behaviour, Rig> front) {
        return new Defect(breaks, revisions, exclusive, behaviour, front);
    }

    Rig start() {
        return rig.apply(behaviour.get());
    }
}
