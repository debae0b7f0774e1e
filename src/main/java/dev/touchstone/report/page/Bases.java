package dev.touchstone.report.page;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.report.Entry;
import dev.touchstone.verdict.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links to what a requirement stands on. */
final class Bases {
    private static final Pattern RFC = Pattern.compile("rfc(\\d+)(?:#([0-9A-Za-z.]+))?");
    private static final Pattern OPENID = Pattern.compile("(openid-[a-z-]+)(?:#([0-9A-Za-z.]+))?");
    private static final Pattern GITHUB = Pattern.compile("/([^/]+/[^/]+)/(?:issues|pull|discussions)/(\\d+).*");
    private static final String REPOSITORY =
            "https://github.com/modelcontextprotocol/modelcontextprotocol/blob/main/schema/";

    private Bases() {}

    /** The clause in each revision of an entry, named once if it is the same, then the other bases. */
    static Html of(Entry entry) {
        Html links = clauses(
                entry.requirement(),
                entry.outcomes().stream().map(Outcome::revision).toList());
        for (String base : entry.requirement().also()) {
            links.text("; ").add(also(base, entry.newest().revision()));
        }
        return links;
    }

    /** The clause in some revisions: a link for each. */
    static Html clauses(Requirement requirement, List<Revision> revisions) {
        Html links = Html.fragment();
        String last = "";
        for (Revision revision : revisions) {
            String place = requirement.clauses().getOrDefault(revision.id(), requirement.clause());
            String before = place.equals(last) ? ", " : (last.isEmpty() ? "" : "; ") + place + " in ";
            links.text(before).add(Html.link(requirement.clauseIn(revision).toString(), revision.id()));
            last = place;
        }
        return links;
    }

    /** A further basis: {@code rfc9110#15.5.6}, {@code schema:Type}, {@code whatwg-sse} and the like. */
    static Html also(String base, Revision revision) {
        Matcher rfc = RFC.matcher(base);
        Matcher openid = OPENID.matcher(base);
        if (rfc.matches()) {
            String section = rfc.group(2) == null ? "" : "#section-" + rfc.group(2);
            String words = "RFC " + rfc.group(1) + (rfc.group(2) == null ? "" : ", " + rfc.group(2));
            return Html.link("https://www.rfc-editor.org/rfc/rfc" + rfc.group(1) + section, words);
        } else if (openid.matches()) {
            String section = openid.group(2) == null ? "" : "#rfc.section." + openid.group(2);
            return Html.link(
                    "https://openid.net/specs/" + openid.group(1) + "-1_0.html" + section, "OpenID Connect Discovery");
        } else if (base.startsWith("whatwg-sse")) {
            return Html.link(
                    "https://html.spec.whatwg.org/multipage/server-sent-events.html",
                    "HTML standard, server-sent events");
        } else if (base.startsWith("jsonrpc2")) {
            String section = base.contains("#") ? ", " + base.substring(base.indexOf('#') + 1) : "";
            return Html.link("https://www.jsonrpc.org/specification", "JSON-RPC 2.0" + section);
        } else if (base.startsWith("schema:")) {
            return schema(base.substring("schema:".length()), revision);
        }
        return Html.link(base, base);
    }

    private static Html schema(String type, Revision revision) {
        String page = revision.since("2025-06-18")
                ? revision.clause("schema#" + type.toLowerCase(Locale.ROOT)).toString()
                : REPOSITORY + revision.id() + "/schema.ts";
        return Html.link(page, "schema of " + type);
    }

    /** A public report, named as its readers name it: {@code owner/repository#12}. */
    static Html reference(URI address) {
        Matcher issue = GITHUB.matcher(String.valueOf(address.getPath()));
        boolean known = "github.com".equals(address.getHost()) && issue.matches();
        String elsewhere = address.getHost() + address.getPath();
        return Html.link(address.toString(), known ? issue.group(1) + "#" + issue.group(2) : elsewhere);
    }
}
