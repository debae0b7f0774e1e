package dev.touchstone.report;

import dev.touchstone.verdict.RunResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names the folder of a run, and the latest one. */
final class RunFolder {
    /** The name under which the newest run is found. */
    static final String LATEST = "latest";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int LONGEST = 80;

    private RunFolder() {}

    /**
     * Makes sure that reports can be written, and takes {@code latest} away, so that nobody takes an earlier run for one
     * that did not come to its end.
     *
     * @throws IOException if the folder is no folder or cannot be written; the message is a sentence
     */
    static void prepare(Path reports) throws IOException {
        try {
            Files.createDirectories(reports);
            Files.delete(Files.createTempFile(reports, ".writable", ""));
        } catch (IOException e) {
            throw new IOException("the folder " + reports + " for reports cannot be made or written to", e);
        }
        Path latest = reports.resolve(LATEST);
        if (Files.isSymbolicLink(latest)) {
            Files.delete(latest);
        } else if (Files.exists(latest.resolve(ResultsFile.NAME))) {
            Folders.delete(latest);
        }
    }

    /** Makes a folder that no other run has: {@code 20260131-123456-localhost-3001}. */
    static Path create(RunResult result, Path reports) throws IOException {
        Files.createDirectories(reports);
        String name =
                TIME.format(result.started()) + "-" + address(result.target().url());
        for (int run = 1; ; run++) {
            try {
                return Files.createDirectory(reports.resolve(run == 1 ? name : name + "-" + run));
            } catch (FileAlreadyExistsException e) {
                // Another run against this server began in the same second: the next number is free.
            }
        }
    }

    /** A file name for the host and port of a target. */
    static String address(URI url) {
        String host = String.valueOf(url.getHost()).replaceAll("[^A-Za-z0-9.-]+", "_");
        return host.substring(0, Math.min(host.length(), LONGEST)) + "-" + Names.port(url);
    }

    /** Lets {@code latest} stand for this folder: a link where there are links, else a copy. */
    static void makeLatest(Path folder) throws IOException {
        Path latest = folder.resolveSibling(LATEST);
        Path next = folder.resolveSibling("." + LATEST + "-" + folder.getFileName());
        if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
            Folders.delete(latest);
        }
        try {
            Folders.delete(next);
            link(folder, next);
            AtomicFile.move(next, latest);
        } finally {
            Folders.delete(next);
        }
    }

    private static void link(Path folder, Path link) throws IOException {
        try {
            Files.createSymbolicLink(link, folder.getFileName());
        } catch (UnsupportedOperationException | IOException e) {
            Folders.copy(folder, link);
        }
    }
}
