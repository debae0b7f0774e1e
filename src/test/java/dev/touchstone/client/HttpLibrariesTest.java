package dev.touchstone.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know an HTTP library. */
class HttpLibrariesTest {

    @Test
    void only_the_client_room_knows_http_libraries() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.touchstone");

        assertThat(classes).hasSizeGreaterThan(100);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.touchstone.client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.restassured..", "okhttp3..", "okio..", "org.apache.http..")
                .because("verdicts are taken from recorded exchanges, and only the client records them")
                .check(classes);
    }
}
