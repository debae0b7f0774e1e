package dev.touchstone.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be set, by the same name on both doors and in the environment. */
enum Option {
    TARGET("target", "URL", "the server to judge, or demo for the embedded reference server"),
    REVISION("revision", "DATE", "judge only this revision; several are separated by commas"),
    PROFILE("profile", "NAME", "the selection of requirements, core by default"),
    ONLY("only", "ID", "judge only this requirement, or those with this prefix; several are separated by commas"),
    HEADER("header", "NAME: VALUE", "a header for every request; repeatable (header.2 and so on with Maven)"),
    BEARER("bearer", "TOKEN", "a token for every request, sent as Authorization: Bearer"),
    BEARER_EXPIRED("bearer.expired", "TOKEN", "such a token that has expired"),
    BEARER_LOW_SCOPE("bearer.low-scope", "TOKEN", "a valid one without a scope or permission that some requests need"),
    BEARER_OTHER_AUDIENCE("bearer.other-audience", "TOKEN", "a valid one that was issued for another server"),
    BEARER_SECOND("bearer.second", "TOKEN", "a valid one of another user"),
    AS("as", "demo", "judge with tokens of an authorization server that runs while the target is judged"),
    AS_PORT("as.port", "N", "the port of that server on 127.0.0.1, 9400 by default"),
    AS_AUDIENCE("as.audience", "URL", "the audience of its tokens, the URL of the target by default"),
    AS_SCOPE("as.scope", "LIST", "the scopes of its tokens, mcp by default"),
    AS_TYP("as.typ", "TYPE", "what its tokens call themselves in typ, at+jwt by default"),
    FIXTURES("fixtures", "FILE", "tools that may be called, with their arguments"),
    ALLOW_CALLS("allow.calls", "LIST", "tools that may be called: none, readonly (default), all, or names of more"),
    BASELINE("baseline", "FILE", "violations that are accepted, with their reasons"),
    FAIL_ON("fail.on", "LIST", "verdicts that fail the build: fail (default), warn, interop, inconclusive, none"),
    PARALLEL("parallel", "N", "how many checks may run side by side, 4 by default"),
    RATE("rate", "N", "how many requests are sent in a second at most, no limit by default"),
    TIMEOUT("timeout", "SECONDS", "how long to wait for an answer, 10 by default"),
    REPORTS("reports", "FOLDER", "where reports go, reports by default"),
    INSECURE("insecure", "true", "accept any certificate"),
    CACERT("cacert", "FILE", "trust the certificates of this PEM file");

    private final String name;
    private final String value;
    private final String about;

    Option(String name, String value, String about) {
        this.name = name;
        this.value = value;
        this.about = about;
    }

    String optionName() {
        return name;
    }

    String environment() {
        return "TOUCHSTONE_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    String help() {
        return "  --%-22s %s".formatted(name + " " + value, about);
    }

    static Optional<Option> named(String name) {
        return Arrays.stream(values())
                .filter(option -> option.name.equals(name))
                .findFirst();
    }
}
