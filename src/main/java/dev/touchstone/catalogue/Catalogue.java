package dev.touchstone.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the suite knows about the specification: revisions, areas with their requirements, and clients. */
public final class Catalogue {
    private final List<Revision> revisions;
    private final List<Area> areas;
    private final Map<String, Requirement> requirements;
    private final List<Breakage> breakages;
    private final List<ServerMessage> serverMessages;

    Catalogue(
            List<Revision> revisions, List<Area> areas, List<Breakage> breakages, List<ServerMessage> serverMessages) {
        this.revisions = revisions.stream().sorted().toList();
        this.areas = areas.stream().sorted(Comparator.comparingInt(Area::order)).toList();
        this.requirements = new LinkedHashMap<>();
        for (Area area : this.areas) {
            for (Requirement requirement : area.requirements()) {
                if (requirements.put(requirement.id(), requirement) != null) {
                    throw new CatalogueException("requirement " + requirement.id() + " stands in the catalogue twice");
                }
            }
        }
        this.breakages = List.copyOf(breakages);
        this.serverMessages = List.copyOf(serverMessages);
    }

    /** Reads the catalogue that is packed with the suite. */
    public static Catalogue load() {
        return new CatalogueReader().read();
    }

    /** All revisions, oldest first. */
    public List<Revision> revisions() {
        return revisions;
    }

    /** The revisions that can be judged, since some of their requirements have a check; oldest first. */
    public List<Revision> judged() {
        return revisions.stream()
                .filter(revision -> requirements.values().stream()
                        .anyMatch(requirement -> requirement.tested() && requirement.appliesTo(revision)))
                .toList();
    }

    /** The revision with this date, if it is a published one. */
    public Optional<Revision> revision(String id) {
        return revisions.stream().filter(revision -> revision.id().equals(id)).findFirst();
    }

    /** The areas in the order of reports. */
    public List<Area> areas() {
        return areas;
    }

    /** All requirements in the order of reports. */
    public List<Requirement> requirements() {
        return List.copyOf(requirements.values());
    }

    /** The requirement with this id, if there is one. */
    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(requirements.get(id));
    }

    /** The requirement with this id; a missing one is a fault of the suite. */
    public Requirement get(String id) {
        return find(id).orElseThrow(() -> new CatalogueException("the catalogue has no requirement " + id));
    }

    /** What clients do when this requirement is broken. */
    public List<Breakage> breakagesOf(String requirement) {
        return breakages.stream()
                .filter(breakage -> breakage.requirements().contains(requirement))
                .toList();
    }

    /** All known breakages of clients. */
    public List<Breakage> breakages() {
        return breakages;
    }

    /** The message that a server sends by this method, if any revision defines it. */
    public Optional<ServerMessage> serverMessage(String method) {
        return serverMessages.stream()
                .filter(message -> message.method().equals(method))
                .findFirst();
    }
}
