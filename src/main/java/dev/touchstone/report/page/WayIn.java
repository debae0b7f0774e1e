package dev.touchstone.report.page;

import static dev.touchstone.report.page.Html.link;
import static dev.touchstone.report.page.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a client without a token finds its way in, step by step, and where it gets lost. Each step is told by the verdicts on
 * it, so that nothing is said here without evidence; without a single one there is no such section.
 */
final class WayIn {
    private static final Set<Verdict> LOST = Set.of(Verdict.FAIL, Verdict.INTEROP);

    /** What a client does, and the requirements that say how it went. */
    private record Step(String words, List<String> requirements) {}

    private static final List<Step> STEPS = List.of(
            new Step("It sends a request without a token.", List.of("auth.401.when-unauthorized")),
            new Step("It reads the challenge.", List.of("auth.www-authenticate.bearer", "discovery.challenge.present")),
            new Step(
                    "It looks for the metadata of the resource.",
                    List.of(
                            "auth.prm.implemented",
                            "auth.www-authenticate.resource-metadata",
                            "auth.discovery.header-or-well-known",
                            "discovery.challenge.resource-metadata-usable")),
            new Step(
                    "It checks that this metadata is about the server.",
                    List.of("discovery.prm.resource-matches", "discovery.prm.well-formed")),
            new Step(
                    "It asks the authorization server for its metadata.",
                    List.of(
                            "auth.as.metadata.2025-03-26",
                            "auth.as.fallback-endpoints.2025-03-26",
                            "auth.as.metadata.2025-06-18",
                            "auth.as.metadata.2025-11-25",
                            "discovery.as.well-formed",
                            "discovery.as.issuer-matches")),
            new Step(
                    "It gets a client id.",
                    List.of("auth.as.cimd", "auth.as.dcr.should", "discovery.register.absent-survivable")),
            new Step("It makes sure of PKCE.", List.of("auth.as.pkce.advertised")));

    private final Page page;
    private final Revision revision;

    private WayIn(Page page, Revision revision) {
        this.page = page;
        this.revision = revision;
    }

    /** The section, of the newest revision that was judged; empty when the server asks for nothing. */
    static Html section(Page page) {
        Optional<WayIn> way = page.result().facts().dialects().stream()
                .map(dialect -> new WayIn(page, dialect.revision()))
                .filter(candidate -> STEPS.stream()
                        .anyMatch(step -> candidate
                                .decided(step)
                                .anyMatch(outcome -> outcome.requirement().id().startsWith("auth."))))
                .findFirst();
        return way.map(WayIn::html).orElseGet(Html::fragment);
    }

    private Html html() {
        Html list = tag("ol");
        List<Step> walked = new ArrayList<>();
        for (Step step : STEPS) {
            List<Outcome> decided = decided(step).toList();
            if (!decided.isEmpty()) {
                walked.add(step);
                list.add(item(step, decided));
            }
        }
        String end = walked.stream().anyMatch(this::loses)
                ? "Clients get lost at the steps that are marked as broken."
                : "Nothing on the way stops a client, as far as it can be walked without a token.";
        return tag("section.way-in", "aria-labelledby", "way-in")
                .add(
                        tag("h2", "id", "way-in").text("How a client finds its way in"),
                        tag("p").text("Under " + revision + ", from the first request to the sign-in. " + end),
                        list);
    }

    private boolean loses(Step step) {
        return decided(step).anyMatch(outcome -> LOST.contains(outcome.verdict()));
    }

    private Stream<Outcome> decided(Step step) {
        return page.result().outcomes().stream()
                .filter(outcome -> outcome.revision().equals(revision))
                .filter(outcome ->
                        step.requirements().contains(outcome.requirement().id()))
                .filter(outcome -> outcome.verdict().decided())
                .sorted(Comparator.comparing(Outcome::verdict));
    }

    private Html item(Step step, List<Outcome> decided) {
        Outcome worst = decided.get(0);
        Html item = tag("li." + Words.style(worst.verdict()))
                .add(tag("strong").add(Words.sign(worst.verdict())).text(step.words() + " "))
                .text(worst.seen().isBlank() ? worst.verdict().words() : worst.seen());
        clientIds(decided).forEach(way -> item.text("; " + way));
        return item.text(". ")
                .add(link("#" + page.anchorOf(worst), worst.requirement().id()));
    }

    /** How clients can get an id, by the metadata of authorization servers that was seen at this step. */
    private Stream<String> clientIds(List<Outcome> decided) {
        return decided.stream()
                .filter(outcome -> outcome.requirement().id().startsWith("auth.as.cimd")
                        || outcome.requirement().id().startsWith("auth.as.dcr"))
                .flatMap(outcome -> page.evidenceOf(outcome).stream())
                .flatMap(exchange -> exchange.json().stream())
                .filter(document -> document.has("token_endpoint"))
                .map(WayIn::clientId)
                .distinct();
    }

    private static String clientId(JsonNode document) {
        boolean urls = document.path("client_id_metadata_document_supported").asBoolean();
        boolean registration = document.path("registration_endpoint").isTextual();
        if (urls && registration) {
            return "clients bring an id in the form of a URL, or register";
        } else if (urls) {
            return "clients bring an id in the form of a URL";
        }
        return registration ? "clients register" : "only clients that were registered by hand have one";
    }
}
