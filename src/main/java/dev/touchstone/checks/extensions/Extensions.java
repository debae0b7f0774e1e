package dev.touchstone.checks.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import java.util.regex.Pattern;

/** How extensions are named, and what a server makes of one it does not know. */
@Conformance
class Extensions {
    private static final String LABEL = "[a-zA-Z](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
    private static final String NAME = "(?:[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9])?)?";
    private static final Pattern IDENTIFIER = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*/" + NAME);

    @Verifies("extensions.identifiers")
    void extensions_have_names_with_a_prefix_and_objects_as_settings(Discovered discovered, Expect expect) {
        JsonNode extensions =
                discovered.succeeded().result().path("capabilities").path("extensions");
        if (extensions.isEmpty()) {
            throw new NotApplicable("discovery advertises no extensions");
        }
        expect.seen(discovered.reply());
        extensions.properties().forEach(extension -> {
            String name = extension.getKey();
            boolean named = name.length() <= 1000 && IDENTIFIER.matcher(name).matches();
            expect.holds(named, "an identifier such as com.example/name", Shown.quoted(name));
            expect.holds(
                    extension.getValue().isObject(),
                    "the settings of " + Shown.text(name) + " are an object",
                    "they are " + Shown.of(extension.getValue()));
        });
    }

    @Verifies("extensions.unknown-declared")
    void an_extension_that_nobody_knows_does_no_harm(StatelessClient client, Discovered discovered, Expect expect) {
        for (String method : discovered.servedMethods()) {
            expect.control(client.ask(method), method + " without extensions");
            ObjectNode request = Declared.extension("com.example/touchstone", client.request(method));

            expect.that(method + " of a client that declares com.example/touchstone", client.ask(request))
                    .result();
        }
    }
}
