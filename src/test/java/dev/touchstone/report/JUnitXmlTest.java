package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JUnitXmlTest {
    @TempDir
    Path folder;

    @Test
    void a_violation_is_a_failure_with_expected_seen_and_clause() throws Exception {
        Element failure = child(testcase(written(SampleRun.mixed()), "2025-11-25", SampleRun.VIOLATED), "failure");

        assertThat(failure.getAttribute("message")).isEqualTo("Expected: 405. Seen: 404 text/html");
        assertThat(failure.getTextContent())
                .contains("Expected: 405\n", "Seen: 404 text/html\n", "Clause: https://modelcontextprotocol.io/");
    }

    @Test
    void cases_are_named_by_requirement_and_revision() throws Exception {
        Element testcase = testcase(written(SampleRun.mixed()), "2025-11-25", SampleRun.VIOLATED);

        assertThat(testcase.getAttribute("name"))
                .isEqualTo(SampleRun.VIOLATED + " MUST A GET without a stream is answered 405");
        assertThat(testcase.getAttribute("classname")).isEqualTo("MCP 2025-11-25.transport-streamable");
    }

    @Test
    void warnings_pass_and_begin_with_their_verdict() throws Exception {
        Document document = written(SampleRun.mixed());

        assertThat(child(testcase(document, "2025-11-25", "session.missing-id.400"), "system-out")
                        .getTextContent())
                .startsWith("WARN ");
        assertThat(child(testcase(document, "2025-11-25", "discovery.register.absent-survivable"), "system-out")
                        .getTextContent())
                .startsWith("INTEROP ");
    }

    @Test
    void what_was_not_judged_is_skipped_and_says_why() throws Exception {
        Document document = written(SampleRun.mixed());

        assertThat(skipped(document, "session.terminated.404"))
                .startsWith("INCONCLUSIVE, could not be decided: blocked by");
        assertThat(skipped(document, "transport.get.headers-without-waiting")).startsWith("not applicable: ");
        assertThat(skipped(document, "transport.get.may-send")).startsWith("not tested: ");
    }

    @Test
    void a_fault_of_the_suite_is_an_error() throws Exception {
        Document document = written(SampleRun.faulty());

        assertThat(child(testcase(document, "2025-11-25", "lifecycle.version.echo-supported"), "error")
                        .getAttribute("message"))
                .startsWith("fault of the suite: NullPointerException");
    }

    @Test
    void an_accepted_violation_is_skipped() throws Exception {
        JUnitXml.write(SampleRun.mixed(), SampleRun.baseline(), folder);
        Document document = parsed();

        assertThat(child(testcase(document, "2025-03-26", SampleRun.VIOLATED), "skipped")
                        .getAttribute("message"))
                .startsWith("FAIL, accepted by the baseline");
        assertThat(testcase(document, "2025-11-25", SampleRun.VIOLATED)
                        .getElementsByTagName("failure")
                        .getLength())
                .isEqualTo(1);
        countsAreTrue(document);
    }

    @Test
    void the_counts_of_each_suite_are_true() throws Exception {
        countsAreTrue(written(SampleRun.faulty()));
        countsAreTrue(written(SampleRun.conformant()));
        countsAreTrue(written(SampleRun.undecided()));
    }

    private static void countsAreTrue(Document document) {
        List<Element> suites = elements(document.getElementsByTagName("testsuite"));
        assertThat(suites).hasSize(2).allSatisfy(suite -> {
            for (var kind : List.of("testcase:tests", "failure:failures", "error:errors", "skipped:skipped")) {
                String[] names = kind.split(":");
                assertThat(suite.getAttribute(names[1]))
                        .as(kind)
                        .isEqualTo(String.valueOf(
                                suite.getElementsByTagName(names[0]).getLength()));
            }
        });
    }

    private Document written(RunResult run) throws IOException, ParserConfigurationException, SAXException {
        JUnitXml.write(run, Baseline.EMPTY, folder);
        return parsed();
    }

    private Document parsed() throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(JUnitXml.NAME).toFile());
    }

    private static String skipped(Document document, String requirement) {
        return child(testcase(document, "2025-11-25", requirement), "skipped").getAttribute("message");
    }

    private static Element testcase(Document document, String revision, String requirement) {
        return elements(document.getElementsByTagName("testcase")).stream()
                .filter(node -> node.getAttribute("classname").startsWith("MCP " + revision + "."))
                .filter(node -> node.getAttribute("name").startsWith(requirement + " "))
                .findFirst()
                .orElseThrow();
    }

    private static Element child(Element parent, String name) {
        return elements(parent.getElementsByTagName(name)).get(0);
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
