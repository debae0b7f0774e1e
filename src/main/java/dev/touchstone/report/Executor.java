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
            return job("GitHub Actions", "github", value("GITHUB_WORKFLOW"), value("GITHUB_RUN_NUMBER"),
                    repository + "/actions/runs/" + value("GITHUB_RUN_ID"));
        } else if (environment.containsKey("CI_JOB_URL")) {
            return job("GitLab CI", "gitlab", value("CI_JOB_NAME"), value("CI_PIPELINE_IID"), value("CI_JOB_URL"));
        } else if (environment.containsKey("BUILD_URL")) {
            return job("Jenkins", "jenkins", value("JOB_NAME"), value("BUILD_NUMBER"), value("BUILD_URL"));
        }
        return Json.object();
    }

    private static ObjectNode job(String name, String type, String title, String number, String url) {
        ObjectNode job = Json.object().put("name", name).put("type", type).put("buildName", title + " #" + number);
        if (number.matches("\\d{1,15}")) {
            job.put("buildOrder", Long.parseLong(number));
        }
        return url.matches("https?://.+") ? job.put("url", url).put("buildUrl", url) : job;
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }
}
