package dev.touchstone.checks.session;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells ids that were counted, or read off a clock, from random ones. Random numbers, given one after the other, do not
 * all rise or all fall: of twenty that happens once in more than 10^18 times.
 */
final class Sequence {
    /** Longer numbers may begin with the time and still end with enough that is random. */
    private static final int LONGEST = 16;

    private static final Pattern DECIMAL = Pattern.compile("\\d+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]+");

    private Sequence() {}

    /** Whether what differs in the ids is a short number that only rises or only falls. */
    static boolean isOne(List<String> ids) {
        List<String> parts = differing(ids);
        return parts.stream().allMatch(part -> part.length() <= LONGEST)
                && radix(parts).filter(radix -> goesOneWay(parts, radix)).isPresent();
    }

    private static Optional<Integer> radix(List<String> parts) {
        if (parts.stream().allMatch(part -> DECIMAL.matcher(part).matches())) {
            return Optional.of(10);
        }
        return Optional.of(16)
                .filter(any -> parts.stream()
                        .allMatch(part -> HEXADECIMAL.matcher(part).matches()));
    }

    private static boolean goesOneWay(List<String> parts, int radix) {
        List<BigInteger> numbers =
                parts.stream().map(part -> new BigInteger(part, radix)).toList();
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
