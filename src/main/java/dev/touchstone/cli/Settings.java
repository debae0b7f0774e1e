package dev.touchstone.cli;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.CatalogueException;
import dev.touchstone.catalogue.Profile;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.Limits;
import dev.touchstone.client.Tls;
import dev.touchstone.target.Consent;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Fixtures;
import dev.touchstone.target.Target;
import dev.touchstone.target.Token;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Header;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The options of a run, understood and checked. */
record Settings(
        Target target,
        List<Revision> revisions,
        Predicate<Requirement> selection,
        Gate gate,
        Consent consent,
        Limits limits,
        Tls tls,
        int parallel,
        Path reports) {

    private static final int PARALLEL = 4;

    static Settings of(Options options, Catalogue catalogue) {
        int timeout =
                options.number(Option.TIMEOUT, (int) Limits.DEFAULT.answer().toSeconds(), 1);
        Limits standard = Limits.DEFAULT;
        Limits limits = new Limits(
                Duration.ofSeconds(timeout),
                standard.connect(),
                standard.settle(),
                standard.bodyBytes(),
                options.number(Option.RATE, 0, 0));
        return new Settings(
                new Target(url(options), credentials(options)),
                revisions(options, catalogue),
                selection(options, catalogue),
                new Gate(failOn(options), baseline(options, catalogue)),
                consent(options),
                limits,
                tls(options),
                options.number(Option.PARALLEL, PARALLEL, 1),
                Path.of(options.one(Option.REPORTS).orElse("reports")));
    }

    private static URI url(Options options) {
        String text = options.one(Option.TARGET).orElse("");
        if (text.isBlank()) {
            throw new UsageError(
                    "no target is given: pass the URL of the server, as in -Dtarget=http://127.0.0.1:3000/mcp,"
                            + " or demo");
        }
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || url.getHost() == null) {
                throw new UsageError(
                        "'" + text + "' is not the URL of a server: it has to begin with http:// or https://");
            }
            if (url.getRawUserInfo() != null) {
                throw new UsageError(
                        "the URL carries a user name: pass it as -Dheader=\"Authorization: Basic ...\" instead,"
                                + " so that it is kept out of the reports");
            }
            return url.getRawPath().isEmpty() ? url.resolve("/") : url;
        } catch (URISyntaxException e) {
            throw new UsageError("'" + text + "' is not a URL, " + e.getReason() + " at position " + e.getIndex()
                    + ": it has to begin with http:// or https://");
        }
    }

    private static Credentials credentials(Options options) {
        List<Header> headers = new ArrayList<>();
        for (String line : options.all(Option.HEADER)) {
            int colon = line.indexOf(':');
            if (colon < 1 || !line.substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw new UsageError("a header is not of the form \"NAME: VALUE\"");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        options.one(Option.BEARER).ifPresent(token -> headers.add(new Header("Authorization", "Bearer " + token)));
        return new Credentials(
                headers,
                tokens(options, new Credentials(headers)),
                options.one(Option.AS).filter(as -> !as.isBlank()).isPresent());
    }

    /** The further tokens, each of which differs from the one that opens the server. */
    private static Map<Token, String> tokens(Options options, Credentials credentials) {
        Map<Token, String> tokens = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            Option option = Option.named(token.option()).orElseThrow();
            String value = options.one(option).orElse("");
            if (value.isEmpty()) {
                continue;
            }
            String valid = credentials
                    .bearer()
                    .orElseThrow(() -> new UsageError(token.option()
                            + " is given without bearer: a token is judged beside one that is accepted"));
            if (value.equals(valid)) {
                throw new UsageError(token.option() + " and bearer are the same token");
            }
            tokens.put(token, value);
        }
        return tokens;
    }

    private static List<Revision> revisions(Options options, Catalogue catalogue) {
        List<Revision> judged = catalogue.judged();
        List<String> wanted = options.list(Option.REVISION);
        for (String id : wanted) {
            if (judged.stream().noneMatch(revision -> revision.id().equals(id))) {
                throw new UsageError("revision '" + id + "' is not one that this version judges: "
                        + String.join(", ", judged.stream().map(Revision::id).toList()));
            }
        }
        return wanted.isEmpty()
                ? judged
                : judged.stream()
                        .filter(revision -> wanted.contains(revision.id()))
                        .toList();
    }

    private static Predicate<Requirement> selection(Options options, Catalogue catalogue) {
        String name =
                options.one(Option.PROFILE).filter(given -> !given.isBlank()).orElse("core");
        Profile profile = profile(name);
        List<String> only = options.list(Option.ONLY);
        for (String prefix : only) {
            if (catalogue.requirements().stream().noneMatch(requirement -> Profile.covers(prefix, requirement.id()))) {
                throw new UsageError(
                        "'" + prefix + "' is neither a requirement nor the beginning of some, up to a dot; the areas"
                                + " begin with "
                                + catalogue.requirements().stream()
                                        .map(requirement -> requirement.id().split("\\.")[0])
                                        .distinct()
                                        .collect(Collectors.joining(", ")));
            }
        }
        return requirement -> profile.contains(requirement)
                && (only.isEmpty() || only.stream().anyMatch(prefix -> Profile.covers(prefix, requirement.id())));
    }

    private static Profile profile(String name) {
        try {
            return Profile.load(name);
        } catch (CatalogueException e) {
            throw new UsageError("there is no profile '" + name + "': " + e.getMessage());
        }
    }

    private static Set<Verdict> failOn(Options options) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        if (options.given(Option.FAIL_ON) && options.list(Option.FAIL_ON).isEmpty()) {
            throw new UsageError("fail.on is empty: leave it out, or say none");
        }
        for (String word : options.given(Option.FAIL_ON) ? options.list(Option.FAIL_ON) : List.of("fail")) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "fail" -> verdicts.add(Verdict.FAIL);
                case "warn" -> verdicts.add(Verdict.WARN);
                case "interop" -> verdicts.add(Verdict.INTEROP);
                case "inconclusive" -> verdicts.add(Verdict.INCONCLUSIVE);
                case "none" -> verdicts.clear();
                default ->
                    throw new UsageError(
                            "fail.on knows fail, warn, interop, inconclusive and none, not '" + word + "'");
            }
        }
        return verdicts;
    }

    private static Baseline baseline(Options options, Catalogue catalogue) {
        String file = options.one(Option.BASELINE).orElse("");
        try {
            Baseline baseline = file.isBlank() ? Baseline.EMPTY : Baseline.read(Path.of(file));
            for (Baseline.Entry entry : baseline.entries()) {
                if (catalogue.find(entry.requirement()).isEmpty()) {
                    throw new UsageError(
                            "the baseline " + file + " names " + entry.requirement() + ", which is no requirement");
                }
            }
            return baseline;
        } catch (IOException e) {
            throw new UsageError("the baseline " + file + " cannot be read: " + why(e));
        }
    }

    private static Consent consent(Options options) {
        List<String> words = options.list(Option.ALLOW_CALLS);
        if (options.given(Option.ALLOW_CALLS) && words.isEmpty()) {
            throw new UsageError("allow.calls is empty: leave it out, or say none, readonly, all or names of tools");
        }
        Consent.Rule rule = Consent.Rule.READ_ONLY;
        List<String> names = new ArrayList<>(words);
        for (var known :
                Map.of("none", Consent.Rule.NONE, "all", Consent.Rule.ALL).entrySet()) {
            if (names.contains(known.getKey())) {
                if (names.size() > 1) {
                    throw new UsageError("allow.calls says " + known.getKey() + " and more than that: " + words);
                }
                rule = known.getValue();
                names.clear();
            }
        }
        names.remove("readonly");
        return new Consent(rule, names, fixtures(options));
    }

    private static Fixtures fixtures(Options options) {
        String file = options.one(Option.FIXTURES).orElse("");
        try {
            return file.isBlank() ? Fixtures.NONE : Fixtures.read(Path.of(file));
        } catch (IOException e) {
            throw new UsageError("the fixtures " + file + " cannot be used: " + why(e));
        }
    }

    /** What is wrong with a file, in one line. */
    private static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (e instanceof AccessDeniedException) {
            return "it may not be read";
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("it is empty");
    }

    private static Tls tls(Options options) {
        if (options.flag(Option.INSECURE)) {
            return Tls.insecure();
        }
        String file = options.one(Option.CACERT).orElse("");
        try {
            return file.isBlank() ? Tls.standard() : Tls.trusting(Path.of(file));
        } catch (IOException e) {
            throw new UsageError("the certificates " + file + " cannot be used: " + why(e));
        }
    }
}
