package dev.touchstone.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import java.util.Map;

/** Says which CI job made the run, as far as the environment tells. */
final class Executor {
    private final Map<String, String> environment;

    private Executor(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The job in Allure's form, empty when there is none. */
    static ObjectNode of(Map<String, String> environment) {
        return new Executor(environment).job();
    }

    private ObjectNode job() {
        if (environment.containsKey("GITHUB_RUN_ID")) {
            String repository = value("GITHUB_SERVER_URL") + "/" + value("GITHUB_REPOSITORY");
            String url = repository + "/actions/runs/" + value("GITHUB_RUN_ID");
            return numbered(
                    named("GitHub Actions", "github", url), value("GITHUB_WORKFLOW"), value("GITHUB_RUN_NUMBER"));
        } else if (environment.containsKey("CI_JOB_URL")) {
            ObjectNode job = named("GitLab CI", "gitlab", value("CI_JOB_URL"));
            return numbered(job, value("CI_JOB_NAME"), value("CI_PIPELINE_IID"));
        } else if (environment.containsKey("BUILD_URL")) {
            ObjectNode job = named("Jenkins", "jenkins", value("BUILD_URL"));
            return numbered(job, value("JOB_NAME"), value("BUILD_NUMBER"));
        }
        return Json.object();
    }

    /** Allure makes links of the addresses, so others than those of web pages are left out. */
    private static ObjectNode named(String name, String type, String url) {
        ObjectNode job = Json.object().put("name", name).put("type", type);
        return url.matches("https?://.+") ? job.put("url", url).put("buildUrl", url) : job;
    }

    private static ObjectNode numbered(ObjectNode job, String title, String number) {
        job.put("buildName", title + " #" + number);
        return number.matches("\\d{1,15}") ? job.put("buildOrder", Long.parseLong(number)) : job;
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }
}
