package dev.touchstone.cli;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.preflight.Unusable;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.RunResult;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Judges one MCP server: preflight, checks, reports, gate. The entry of the jar. */
public final class Touchstone {
    private static final String DEMO = "demo";

    private final PrintStream out;
    private final PrintStream err;

    Touchstone(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs with command line arguments and ends the process with the exit code. */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        Touchstone touchstone = new Touchstone(System.out, System.err);
        System.exit(touchstone.run(words).number());
    }

    private ExitCode run(List<String> words) {
        if (words.contains("--help")) {
            out.println(help());
            return ExitCode.CONFORMANT;
        }
        try {
            return run(Options.ofArguments(words, System.getenv()));
        } catch (UsageError e) {
            return usage(e);
        }
    }

    ExitCode run(Options options) {
        try {
            Catalogue catalogue = Catalogue.load();
            if (options.one(Option.TARGET).filter(DEMO::equals).isEmpty()) {
                return report(Settings.of(options, catalogue), catalogue);
            }
            try (DemoServer demo = DemoServer.start()) {
                options.with(Option.TARGET, demo.streamableUrl().toString());
                return report(Settings.of(options, catalogue), catalogue);
            }
        } catch (UsageError e) {
            return usage(e);
        } catch (Unusable e) {
            err.println("touchstone: " + e.getMessage());
            return ExitCode.TARGET_UNUSABLE;
        }
    }

    private ExitCode usage(UsageError e) {
        err.println("touchstone: " + e.getMessage());
        return ExitCode.USAGE;
    }

    private ExitCode report(Settings settings, Catalogue catalogue) {
        RunResult result = new ConformanceRun(settings, catalogue).judge(due -> outcome -> {});
        Gate.Decision decision = settings.gate().decide(result);
        result.outcomes().forEach(o -> out.println(o.verdict() + " " + o.key() + " | " + o.expected() + " | " + o.seen() + " | " + o.reason()));
        result.headlines().forEach(h -> out.println(h.revision() + ": " + h.words()));
        out.println(result.took() + " " + result.transcript().requests());
        if (decision.suiteAtFault()) {
            return ExitCode.SUITE_FAULT;
        }
        return decision.passed() ? ExitCode.CONFORMANT : ExitCode.VIOLATIONS;
    }

    private static String help() {
        return "java -jar touchstone.jar URL [--option value ...]\n\nEach option can also come from the environment, as"
                + " TOUCHSTONE_TARGET and so on.\n\n"
                + Arrays.stream(Option.values()).map(Option::help).collect(Collectors.joining("\n"));
    }
}
