package dev.touchstone.report;

import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.io.Console;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Shows that a run gets on. A terminal gets one line that moves; a log gets a line from time to time and each violation
 * as it is found. Safe for use by several threads.
 */
public final class Progress implements Consumer<Outcome> {
    private static final int STEPS = 10;
    private static final Set<Verdict> TOLD = EnumSet.of(Verdict.ERROR, Verdict.FAIL);

    private final PrintStream out;
    private final int total;
    private final boolean terminal;
    private int done;
    private int violations;
    private int width;

    /** Finds out itself whether somebody watches. */
    public Progress(PrintStream out, int total) {
        this(out, total, System.getenv("CI") == null && isTerminal());
    }

    /** Since Java 22 there is a console even without a terminal, and it has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    Progress(PrintStream out, int total, boolean terminal) {
        this.out = out;
        this.total = total;
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(Outcome outcome) {
        done++;
        violations += outcome.verdict() == Verdict.FAIL ? 1 : 0;
        if (TOLD.contains(outcome.verdict())) {
            tell(outcome);
        }
        if (terminal) {
            move();
        } else if (done == total || done % Math.max(1, total / STEPS) == 0) {
            out.println(state());
        }
    }

    private void tell(Outcome outcome) {
        wipe();
        out.println(outcome.verdict().words() + "  " + outcome.requirement().id() + "  "
                + outcome.revision().id());
    }

    private void move() {
        String line = state();
        out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        width = line.length();
        if (done == total) {
            out.println();
            width = 0;
        }
        out.flush();
    }

    private void wipe() {
        if (terminal && width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }

    private String state() {
        return "%d of %s, %d violated".formatted(done, Amounts.count(total, "verdict"), violations);
    }
}
