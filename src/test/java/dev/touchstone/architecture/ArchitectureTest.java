package dev.touchstone.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.ObjectCodec;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Afterwards;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/** The rooms of the project, who may enter them, and what nobody brings in. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    static final String ROOT = "dev.touchstone";

    /** Raise it as the project grows: it is what keeps these rules from being held by an empty folder. */
    private static final int AT_LEAST = 60;

    @ArchTest
    static void the_rules_look_at_a_sensible_number_of_classes(JavaClasses classes) {
        assertThat(classes).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    /** Each room with the rooms that it may use; nobody may use the checks or the command line. */
    private static final Map<String, String> ROOMS = Map.ofEntries(
            entry("catalogue", ""),
            entry("wire", ""),
            entry("target", "catalogue wire"),
            entry("client", "catalogue wire target"),
            entry("preflight", "catalogue wire target client"),
            entry("verdict", "catalogue wire target client preflight"),
            entry("junit", "catalogue wire target client preflight verdict"),
            entry("checks", "catalogue wire target client preflight verdict junit"),
            entry("report", "catalogue wire target preflight verdict"),
            entry("demo", ""),
            entry("authserver", ""),
            entry("cli", "catalogue wire target client preflight verdict junit report demo authserver"));

    @ArchTest
    static final ArchRule rooms_are_entered_from_one_side = rooms().because(
                    "what must hold knows nothing of how it is found out; a report shows a run and cannot change it;"
                            + " and a demo server that shared code with its judge would share its mistakes");

    @ArchTest
    static final ArchRule only_the_client_sends = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "io.restassured..")
            .because("what was not recorded by the client is no evidence, and a library's view of an answer is not"
                    + " what was on the wire");

    @ArchTest
    static final ArchRule only_the_authorization_server_makes_tokens = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".authserver..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds..")
            .because("a check that reads tokens with the library that made them would share its mistakes");

    @ArchTest
    static final ArchRule only_the_report_knows_allure = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.qameta.allure..")
            .because("a verdict is given by the Judge; Allure is one way among several to show it");

    @ArchTest
    static final ArchRule checks_read_json_as_it_came = noClasses()
            .that()
            .resideInAPackage(ROOT + ".checks..")
            .should()
            .callMethodWhere(target(owner(Predicates.assignableTo(ObjectCodec.class)))
                    .and(target(nameMatching("readValues?|treeToValue|convertValue|updateValue"))))
            .because("binding to classes forgives wrong types and hides unknown members: judge bytes, not beans");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("sleep"))
                    .and(target(owner(describe("Thread or TimeUnit", ArchitectureTest::sleeps)))))
            .because("a sleep is too short on a slow machine and too long on all others: wait for an event");

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("what a server sent may hold escape sequences and secrets, and one place guards against both");

    @ArchTest
    static final ArchRule nobody_logs = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("what matters is an outcome with its exchange; a log beside it is read by nobody");

    @ArchTest
    static final ArchRule checks_of_the_recorded_run_send_nothing = noClasses()
            .that()
            .areAnnotatedWith(Afterwards.class)
            .should()
            .callMethodWhere(target(owner(Predicates.assignableTo(McpClient.class)))
                    .and(target(nameMatching("begin|connect|initialize|post|get|request"))))
            .orShould()
            .callMethodWhere(target(owner(Predicates.assignableTo(Session.class))))
            .because("what one of them sends is missing in the run that the others look at, depending on their order");

    @ArchTest
    static final ArchRule every_package_says_what_may_be_null = classes()
            .should(be(describe("in a @NullMarked package", ArchitectureTest::nullMarked)))
            .because("NullAway looks into marked packages only, so a package without the mark is not checked");

    @ArchTest
    static final ArchRule nothing_static_changes = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("checks run side by side, and two runs in one JVM must not know of each other");

    private static LayeredArchitecture rooms() {
        LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS.keySet()) {
            rooms = rooms.layer(room).definedBy(ROOT + "." + room + "..");
        }
        for (Map.Entry<String, String> room : ROOMS.entrySet()) {
            rooms = room.getValue().isEmpty()
                    ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room.getKey())
                            .mayOnlyAccessLayers(room.getValue().split(" "));
        }
        return rooms.ensureAllClassesAreContainedInArchitectureIgnoring(ROOT);
    }

    private static boolean sleeps(JavaClass type) {
        return type.isEquivalentTo(Thread.class) || type.isEquivalentTo(TimeUnit.class);
    }

    private static boolean nullMarked(JavaClass type) {
        return type.getPackage().isAnnotatedWith(NullMarked.class);
    }
}
