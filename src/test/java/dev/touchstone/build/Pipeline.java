package dev.touchstone.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project's Jenkinsfile, executed by JenkinsPipelineUnit. That library needs Groovy 2 and REST Assured needs Groovy
 * 4, so it lives in a class loader of its own; Maven puts its jars into {@code target/jenkins-pipeline-unit}.
 */
final class Pipeline {
    private final Map<String, @Nullable Object> run = new HashMap<>();
    private final Map<String, String> params = new HashMap<>();

    Pipeline() {
        run.put("file", Path.of("Jenkinsfile").toAbsolutePath().toString());
        run.put("params", params);
        run.put("results", Map.of("complete", true, "revisions", List.of()));
    }

    /** What became of a run of the pipeline. */
    record Build(String status, List<Step> steps, String error) {
        List<Step> all(String name) {
            return steps.stream().filter(step -> step.name().equals(name)).toList();
        }

        /** The one shell command that contains the words. */
        Step shell(String words) {
            List<Step> found = all("sh").stream()
                    .filter(step -> step.argument().contains(words))
                    .toList();
            if (found.size() != 1) {
                throw new AssertionError(found.size() + " commands contain '" + words + "': " + all("sh"));
            }
            return found.get(0);
        }
    }

    /** A step that was taken, with the environment that the pipeline had set up around it. */
    record Step(String name, String argument, Map<String, String> env) {}

    Pipeline with(String parameter, String value) {
        params.put(parameter, value);
        return this;
    }

    Pipeline failingAt(String command) {
        run.put("failing", command);
        return this;
    }

    Pipeline secret(String id, String value) {
        run.put("secrets", Map.of(id, value));
        return this;
    }

    Pipeline results(@Nullable Map<String, Object> results) {
        run.put("results", results);
        return this;
    }

    Pipeline counting(Map<String, Integer> counts) {
        return results(Map.of("complete", true, "revisions", List.of(Map.of("counts", counts))));
    }

    Build execute() {
        Map<?, ?> outcome = Harness.create().apply(run);
        List<Step> steps =
                ((List<?>) outcome.get("steps")).stream().map(Pipeline::step).toList();
        return new Build((String) outcome.get("status"), steps, String.valueOf(outcome.get("error")));
    }

    @SuppressWarnings("unchecked")
    private static Step step(Object recorded) {
        Map<String, Object> step = (Map<String, Object>) recorded;
        return new Step(
                (String) step.get("name"), (String) step.get("argument"), (Map<String, String>) step.get("env"));
    }

    /** Loaded once, since it costs more to start Groovy than to execute the pipeline. */
    private static final class Harness {
        private static final Path JARS = Path.of("target", "jenkins-pipeline-unit");
        private static final String SOURCE = "/dev/touchstone/build/PipelineHarness.groovy";
        private static final Class<?> COMPILED = compile();

        @SuppressWarnings("unchecked")
        static Function<Map<String, @Nullable Object>, Map<?, ?>> create() {
            try {
                return (Function<Map<String, @Nullable Object>, Map<?, ?>>)
                        COMPILED.getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @SuppressWarnings("resource") // open as long as its classes are in use, which is until the tests end
        private static Class<?> compile() {
            try (InputStream source = Pipeline.class.getResourceAsStream(SOURCE);
                    Stream<Path> jars = Files.list(JARS)) {
                URL[] urls = jars.map(Harness::url).toArray(URL[]::new);
                ClassLoader jenkins = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
                Class<?> compiler = jenkins.loadClass("groovy.lang.GroovyClassLoader");
                Object groovy = compiler.getConstructor(ClassLoader.class).newInstance(jenkins);
                String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
                return (Class<?>) compiler.getMethod("parseClass", String.class).invoke(groovy, text);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(SOURCE + " cannot be compiled", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static URL url(Path jar) {
            try {
                return jar.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
