package dev.touchstone.checks.session;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells ids that were counted, or read off a clock, from random ones. Random numbers, given one after the other, do not
 * all rise or all fall: of twenty that happens once in more than 10^18 times.
 */
final class Sequence {
    /** Longer numbers may begin with the time and still end with enough that is random. */
    private static final int LONGEST = 16;

    /** Decimal numbers are in the same order when they are read as hexadecimal ones. */
    private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F]{1," + LONGEST + "}");

    private Sequence() {}

    /** Whether what differs in the ids is a short number that only rises or only falls. */
    static boolean isOne(List<String> ids) {
        List<String> parts = differing(ids);
        return parts.stream().allMatch(part -> NUMBER.matcher(part).matches()) && goesOneWay(parts);
    }

    private static boolean goesOneWay(List<String> parts) {
        List<BigInteger> numbers =
                parts.stream().map(part -> new BigInteger(part, 16)).toList();
        int direction = numbers.get(1).compareTo(numbers.get(0));
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i).compareTo(numbers.get(i - 1)) != direction || direction == 0) {
                return false;
            }
        }
        return true;
    }

    /** The ids without the beginning and the end that they have in common. */
    private static List<String> differing(List<String> ids) {
        int shortest = ids.stream().mapToInt(String::length).min().orElse(0);
        int start = 0;
        while (start < shortest && sameAt(ids, start, false)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && sameAt(ids, end, true)) {
            end++;
        }
        int from = start;
        int dropped = end;
        return ids.stream().map(id -> id.substring(from, id.length() - dropped)).toList();
    }

    private static boolean sameAt(List<String> ids, int place, boolean fromEnd) {
        return ids.stream()
                        .map(id -> id.charAt(fromEnd ? id.length() - 1 - place : place))
                        .distinct()
                        .count()
                == 1;
    }
}
