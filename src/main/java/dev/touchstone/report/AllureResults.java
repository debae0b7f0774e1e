package dev.touchstone.report;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.verdict.Headline;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Exchange;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the results that Allure reads, one for each outcome and for each requirement without a check. When a check
 * began is not known, and Allure sorts by it: the results are spread over the run in the order of the catalogue.
 */
final class AllureResults {
    private final RunResult run;
    private final AllureResult words;
    private final FileSystemResultsWriter writer;
    private final Set<Integer> attached = new HashSet<>();
    private long begun;

    AllureResults(RunResult run, Path folder) {
        this.run = run;
        this.words = new AllureResult(run);
        this.writer = new FileSystemResultsWriter(folder);
    }

    /** Writes them all. */
    void write() {
        run.outcomes()
                .forEach(outcome -> write(words.of(outcome).setAttachments(attachments(outcome)), outcome.took()));
        for (Headline headline : run.headlines()) {
            run.untested().stream()
                    .filter(requirement -> requirement.appliesTo(headline.revision()))
                    .forEach(requirement -> untested(requirement, headline.revision()));
        }
    }

    private void untested(Requirement requirement, Revision revision) {
        write(words.untested(requirement, revision), Duration.ZERO);
    }

    private void write(TestResult result, Duration took) {
        long share =
                begun++ * run.took().toMillis() / Math.max(1, run.outcomes().size());
        long start = run.started().toEpochMilli() + Math.min(share, run.took().toMillis());
        writer.write(result.setStart(start).setStop(start + took.toMillis()));
    }

    private List<Attachment> attachments(Outcome outcome) {
        List<Attachment> attachments = new ArrayList<>();
        for (int number : outcome.exchanges()) {
            run.transcript().find(number).map(this::attachment).ifPresent(attachments::add);
        }
        return attachments;
    }

    /** An exchange that several outcomes show is written once. */
    private Attachment attachment(Exchange exchange) {
        String file = "exchange-" + exchange.number() + "-attachment.txt";
        byte[] text = ExchangeText.of(exchange).getBytes(StandardCharsets.UTF_8);
        if (attached.add(exchange.number())) {
            writer.write(file, new ByteArrayInputStream(text));
        }
        return new Attachment()
                .setName(ExchangeText.title(exchange))
                .setSource(file)
                .setType("text/plain")
                .setSize((long) text.length);
    }
}
