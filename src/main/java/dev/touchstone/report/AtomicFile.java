package dev.touchstone.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all, so that an earlier complete file is never half overwritten. */
final class AtomicFile {
    /** Puts the bytes of a file into a stream. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /** Replaces the file by this text in UTF-8; what UTF-8 cannot say becomes the replacement character. */
    static void write(Path file, String text) throws IOException {
        write(file, Printable.wellFormed(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the file by these bytes. */
    static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    /** Replaces the file by what is put into a stream, which need not fit into memory. */
    static void write(Path file, Content content) throws IOException {
        Path temporary = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".part");
        Files.createDirectories(temporary.resolveSibling(""));
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                content.writeTo(out);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Moves a file or link into the place of another one. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
