package dev.touchstone.checks.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Declaration;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.parts.UriSyntax;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.List;

/** What resources/list yields. */
@Conformance
class ResourceList {
    private static final List<String> TEXTS = List.of("description", "mimeType");

    @Verifies("resources.capability.declared")
    void a_server_that_lists_resources_declares_the_capability(Lists lists, Observed observed, Expect expect) {
        Declaration.judge(Kind.RESOURCES, lists, observed, expect);
    }

    @Verifies("resources.list.result")
    void resources_are_listed_in_an_array(Lists lists, Expect expect) {
        Listing.of(lists, Kind.RESOURCES).served(expect).judgeArray(expect);
    }

    @Verifies("resources.list.resource-shape")
    void each_resource_has_a_uri_and_a_name(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> resources = resources(lists, expect).some();
        for (Item resource : resources) {
            problems.demandText(resource, "uri");
            problems.demandText(resource, "name");
            problems.demandTextIfAny(resource, TEXTS);
        }
        problems.judge(
                expect,
                "uri and name are strings, and so are description and mimeType where they are given",
                resources.size() + " resources, each with a uri and a name");
    }

    @Verifies("resources.uri.valid")
    void the_uris_of_resources_are_absolute_uris(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<Item> resources = resources(lists, expect).some();
        for (Item resource : resources) {
            String uri = resource.text("uri");
            String problem = uri.isEmpty() && !resource.json().has("uri")
                    ? ""
                    : UriSyntax.problem(uri).orElse("");
            problems.unless(problem.isEmpty() || !resource.json().path("uri").isTextual(), resource.where(), problem);
        }
        problems.judge(expect, "an absolute URI by RFC 3986", resources.size() + " resources with valid URIs");
    }

    @Verifies("resources.uri.unique")
    void no_uri_is_listed_twice(Lists lists, Expect expect) {
        resources(lists, expect).judgeUnique(expect);
    }

    @Verifies("resources.size.integer")
    void sizes_are_integers(Lists lists, Expect expect) {
        Problems problems = new Problems();
        Problems negative = new Problems();
        List<Item> sized = resources(lists, expect).some().stream()
                .filter(resource -> resource.json().has("size"))
                .toList();
        if (sized.isEmpty()) {
            throw new NotApplicable("no listed resource has a size");
        }
        for (Item resource : sized) {
            JsonNode size = resource.json().path("size");
            problems.unless(Json.isInteger(size), resource.where(), "size is " + Shown.of(size));
            negative.unless(
                    !Json.isInteger(size) || size.asDouble() >= 0, resource.where(), "size is " + Shown.of(size));
        }
        problems.judge(expect, "size is an integer", sized.size() + " resources with a size in bytes");
        negative.warn(expect, "size is not negative");
    }

    private static Listing resources(Lists lists, Expect expect) {
        return Listing.of(lists, Kind.RESOURCES).served(expect);
    }
}
