package dev.touchstone.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.Http;
import dev.touchstone.client.Ids;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out what the target is before anything is judged: either one diagnosis that ends the run, or the dialects that
 * the server speaks.
 */
public final class Preflight {

    private final Target target;
    private final Http http;
    private final List<Revision> wanted;
    private final List<Revision> known;
    private final List<Revision> streamable;
    private final Optional<Revision> legacy;
    private final Optional<Revision> stateless;

    /**
     * Prepares the preflight.
     *
     * @param target the server
     * @param http the sender
     * @param catalogue the known revisions
     * @param wanted the revisions that the user wants judged
     */
    public Preflight(Target target, Http http, Catalogue catalogue, List<Revision> wanted) {
        this.target = target;
        this.http = http.forPurpose("preflight");
        this.wanted = List.copyOf(wanted);
        this.known = catalogue.judged();
        this.streamable = catalogue.revisions().stream()
                .filter(revision -> revision.era() == Era.STATEFUL && revision.transport() == Transport.STREAMABLE_HTTP)
                .sorted(Comparator.reverseOrder())
                .toList();
        this.legacy = catalogue.revisions().stream()
                .filter(revision -> revision.transport() == Transport.HTTP_SSE)
                .findFirst();
        this.stateless = catalogue.revisions().stream()
                .filter(revision -> revision.era() == Era.STATELESS)
                .max(Comparator.naturalOrder());
    }

    /**
     * Talks to the target for a few seconds.
     *
     * @throws Unusable if it cannot be judged at all
     */
    public ServerFacts run() {
        Exchange answer = initialize(Ids.integers());
        Diagnosis diagnosis = new Diagnosis(target, http, answer);
        if (!speaksJsonRpc(answer)) {
            diagnosis.endEarly();
            Optional<String> closed = diagnosis.closedDoor();
            if (closed.isPresent()) {
                return ServerFacts.closed(assumed(), closed.get());
            }
        }
        Optional<EraProbe> probe = stateless.map(
                revision -> new EraProbe(new StatelessClient(http.under(revision), target, revision, Ids::integers)));
        Optional<Dialect> modern = probe.flatMap(EraProbe::dialect);
        List<String> notes = probe.map(EraProbe::notes).orElse(List.of());
        if (speaksJsonRpc(answer) || modern.isPresent()) {
            boolean strings = modern.isEmpty()
                    && !survey(Ids::integers).answersPing(streamable.get(0))
                    && survey(Ids::strings).answersPing(streamable.get(0));
            return strings ? facts(Ids::strings, true, modern, notes) : facts(Ids::integers, false, modern, notes);
        }
        if (!answer.crashed() && speaksJsonRpc(initialize(Ids.strings()))) {
            return facts(Ids::strings, true, modern, notes);
        }
        if (!notes.isEmpty()) {
            throw unknownRevisions(notes);
        }
        return legacyFacts(diagnosis);
    }

    /** Of a server that lets nobody in the revisions are judged that the user asks for, or else the newest with sessions. */
    private List<Dialect> assumed() {
        List<Revision> revisions = wanted.containsAll(known) ? streamable.subList(0, 1) : wanted;
        return revisions.stream()
                .sorted(Comparator.reverseOrder())
                .map(revision -> new Dialect(revision, MissingNode.getInstance(), Map.of()))
                .toList();
    }

    private Unusable unknownRevisions(List<String> notes) {
        return new Unusable(target.shown() + " speaks no revision that this version of Touchstone judges, which are "
                + names(known) + ": " + String.join("; ", notes));
    }

    private ServerFacts legacyFacts(Diagnosis diagnosis) {
        Optional<Dialect> sse = legacy.flatMap(this::eventStream);
        if (sse.isEmpty()) {
            throw diagnosis.notAnEndpoint();
        } else if (!wanted.contains(sse.get().revision())) {
            throw new Unusable(
                    target.shown() + " is an HTTP+SSE address, which only 2024-11-05 defines; leave -Drevision"
                            + " out to judge it, or give the address of the Streamable HTTP endpoint");
        }
        return new ServerFacts(serverInfo(sse.get()), List.of(sse.get()), List.of(sse.get()), false, false, List.of());
    }

    /** Who asks for this revision alone wants to hear what is wrong with a stream that announces nothing. */
    private Optional<Dialect> eventStream(Revision revision) {
        Survey survey = survey(Ids::integers);
        boolean asked = wanted.equals(List.of(revision));
        return survey.legacy(revision).or(() -> asked ? survey.silent(revision) : Optional.empty());
    }

    private Exchange initialize(Ids ids) {
        return new StreamableClient(http, target, streamable.get(0), () -> ids)
                .initializing(Handshake.params(streamable.get(0).id()))
                .send();
    }

    private static boolean speaksJsonRpc(Exchange answer) {
        return answer.messages().stream()
                .anyMatch(message -> JsonRpc.isResponse(message)
                        && message.path("id").isValueNode()
                        && !message.path("id").isNull());
    }

    private Survey survey(Supplier<Ids> ids) {
        return new Survey(target, http, ids);
    }

    private ServerFacts facts(
            Supplier<Ids> ids, boolean stringIdsOnly, Optional<Dialect> modern, List<String> notesOfEra) {
        Survey survey = survey(ids);
        List<Dialect> spoken = new ArrayList<>();
        modern.ifPresent(spoken::add);
        streamable.forEach(revision -> survey.streamable(revision).ifPresent(spoken::add));
        legacy.filter(revision -> survey.announcesEndpoint())
                .flatMap(survey::legacy)
                .ifPresent(spoken::add);
        if (spoken.isEmpty() && !notesOfEra.isEmpty()) {
            throw unknownRevisions(notesOfEra);
        }
        List<String> notes = new ArrayList<>(notesOfEra);
        notes.addAll(survey.notes());
        if (spoken.isEmpty()) {
            spoken.add(unnegotiated());
            notes.add(
                    "initialize is not answered with a version the suite knows, so the server is judged as if it spoke "
                            + streamable.get(0) + "; what needs a session cannot be decided");
        }
        List<Dialect> judged = spoken.stream()
                .filter(dialect -> wanted.contains(dialect.revision()))
                .toList();
        List<Revision> beyond = spoken.stream()
                .map(Dialect::revision)
                .filter(revision -> !known.contains(revision))
                .toList();
        if (!beyond.isEmpty()) {
            notes.add("the server also speaks " + names(beyond) + ", which this version of Touchstone does not judge");
        }
        if (beyond.size() == spoken.size()) {
            throw new Unusable(target.shown() + " speaks only " + names(beyond)
                    + ", and this version of Touchstone judges " + names(known));
        } else if (judged.isEmpty()) {
            throw new Unusable(target.shown() + " does not speak " + names(wanted) + "; it speaks "
                    + names(spoken.stream().map(Dialect::revision).toList()) + ": leave -Drevision out to judge those");
        }
        boolean oneAtATime = !survey.sessionsCoexist(judged.get(0).revision());
        return new ServerFacts(serverInfo(judged.get(0)), judged, spoken, stringIdsOnly, oneAtATime, notes);
    }

    /** What the server calls itself, which without a handshake stands in the metadata of its answers. */
    private static JsonNode serverInfo(Dialect dialect) {
        JsonNode named = dialect.opening().path("serverInfo");
        return named.isMissingNode()
                ? dialect.opening().path("_meta").path("io.modelcontextprotocol/serverInfo")
                : named;
    }

    private Dialect unnegotiated() {
        return new Dialect(streamable.get(0), MissingNode.getInstance(), Map.of());
    }

    private static String names(List<Revision> revisions) {
        return String.join(", ", revisions.stream().map(Revision::id).toList());
    }
}
