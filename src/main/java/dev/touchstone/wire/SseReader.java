package dev.touchstone.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads event streams by the letter of the HTML standard, 9.2.5 and 9.2.6: a pure function of the bytes. Common client
 * libraries hide comments, ids and retry lines or choke on legal line ends, so none of them can be evidence.
 */
public final class SseReader {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private final Set<String> lineEnds = new LinkedHashSet<>();
    private final List<SseEvent> events = new ArrayList<>();
    private final List<SseField> block = new ArrayList<>();
    private int position;

    private SseReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The events in the bytes, which may stop anywhere. */
    public static SseStream read(byte[] bytes) {
        return new SseReader(bytes).stream();
    }

    private SseStream stream() {
        boolean bom = startsWithBom();
        position = bom ? BOM.length : 0;
        while (position < bytes.length) {
            int start = position;
            int end = endOfLine(start);
            if (end == bytes.length) {
                add(start, end);
                position = end;
            } else {
                position = end + lineEnd(end);
                line(start, end);
            }
        }
        if (!block.isEmpty()) {
            events.add(new SseEvent(block, position, false));
        }
        return new SseStream(events, lineEnds, bom, isUtf8());
    }

    private void line(int start, int end) {
        if (start < end) {
            add(start, end);
        } else if (!block.isEmpty()) {
            events.add(new SseEvent(block, position, true));
            block.clear();
        }
    }

    private void add(int start, int end) {
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        int colon = line.indexOf(':');
        if (colon < 0) {
            block.add(new SseField(line, ""));
            return;
        }
        String value = line.substring(colon + 1);
        block.add(new SseField(line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value));
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private int lineEnd(int at) {
        if (bytes[at] == '\n') {
            lineEnds.add("LF");
            return 1;
        }
        boolean pair = at + 1 < bytes.length && bytes[at + 1] == '\n';
        lineEnds.add(pair ? "CRLF" : "CR");
        return pair ? 2 : 1;
    }

    private boolean startsWithBom() {
        return bytes.length >= BOM.length && bytes[0] == BOM[0] && bytes[1] == BOM[1] && bytes[2] == BOM[2];
    }

    private boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
