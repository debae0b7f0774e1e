package dev.touchstone.cli;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.preflight.Unusable;
import dev.touchstone.report.ConsoleSummary;
import dev.touchstone.report.Progress;
import dev.touchstone.report.Reports;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.RunResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        if (words.contains("--help") || words.contains("-h")) {
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
            if (options.one(Option.TARGET).filter(DEMO::equals).isPresent()) {
                return judgeDemo(options, catalogue);
            }
            try (TrustedIssuer issuer = TrustedIssuer.start(options)) {
                return report(Settings.of(options, catalogue), catalogue);
            }
        } catch (UsageError e) {
            return usage(e);
        } catch (Unusable e) {
            err.println("touchstone: " + e.getMessage());
            return ExitCode.TARGET_UNUSABLE;
        }
    }

    private ExitCode judgeDemo(Options options, Catalogue catalogue) {
        if (options.given(Option.AS)) {
            throw new UsageError("target=demo is open to everybody: as is for servers that can be told whom to trust");
        }
        try (DemoServer demo = DemoServer.start()) {
            options.with(Option.TARGET, demo.dualUrl().toString());
            return report(Settings.of(options, catalogue), catalogue);
        }
    }

    private ExitCode usage(UsageError e) {
        err.println("touchstone: " + e.getMessage());
        return ExitCode.USAGE;
    }

    private ExitCode report(Settings settings, Catalogue catalogue) {
        prepare(settings);
        RunResult result = new ConformanceRun(settings, catalogue).judge(due -> new Progress(out, due));
        Gate.Decision decision = settings.gate().decide(result);
        boolean written = write(result, decision, settings);
        if (decision.suiteAtFault() || !written) {
            return ExitCode.SUITE_FAULT;
        }
        Optional<String> closed = Gate.closed(result);
        closed.ifPresent(diagnosis -> err.println("touchstone: " + diagnosis));
        if (closed.isPresent() && decision.reasons().equals(List.of(closed.get()))) {
            return ExitCode.TARGET_UNUSABLE;
        }
        return decision.passed() ? ExitCode.CONFORMANT : ExitCode.VIOLATIONS;
    }

    private static void prepare(Settings settings) {
        try {
            Reports.prepare(settings.reports());
        } catch (IOException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private boolean write(RunResult result, Gate.Decision decision, Settings settings) {
        try {
            Path folder = Reports.write(result, decision, settings.gate().baseline(), settings.reports());
            out.println(
                    ConsoleSummary.text(result, decision, settings.gate().baseline(), folder.resolve("index.html")));
            return true;
        } catch (IOException e) {
            out.println(ConsoleSummary.text(result, decision, settings.gate().baseline(), settings.reports()));
            err.println("touchstone: " + e.getMessage());
            return false;
        }
    }

    private static String help() {
        return "java -jar touchstone.jar URL [--option value ...]\n\nEach option can also come from the environment, as"
                + " TOUCHSTONE_TARGET and so on.\n\n"
                + Arrays.stream(Option.values()).map(Option::help).collect(Collectors.joining("\n"));
    }
}
