package dev.touchstone.report;

import io.qameta.allure.Reader;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.ResultsVisitor;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.TestResult;
import java.nio.file.Path;

/** Reads results as Allure does, and gives each an address known beforehand, so that other pages can link to it. */
final class AllureReader implements Reader {
    private final Reader allure = new Allure2Plugin();

    @Override
    public void readResults(Configuration configuration, ResultsVisitor visitor, Path directory) {
        allure.readResults(configuration, new Naming(visitor), directory);
    }

    private record Naming(ResultsVisitor visitor) implements ResultsVisitor {
        @Override
        public void visitTestResult(TestResult result) {
            result.setUid(result.getHistoryId());
            visitor.visitTestResult(result);
        }

        @Override
        public Attachment visitAttachmentFile(Path file) {
            return visitor.visitAttachmentFile(file);
        }

        @Override
        public void visitExtra(String name, Object object) {
            visitor.visitExtra(name, object);
        }

        @Override
        public void error(String message, Exception exception) {
            visitor.error(message, exception);
        }

        @Override
        public void error(String message) {
            visitor.error(message);
        }
    }
}
