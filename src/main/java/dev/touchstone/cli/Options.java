package dev.touchstone.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The options of a run as they were given: on the command line, as system properties, or in the environment. */
final class Options {
    private final Map<Option, List<String>> values = new EnumMap<>(Option.class);

    private Options() {}

    /** Reads {@code --name value} pairs; the first word without dashes is the target. */
    static Options ofArguments(List<String> arguments, Map<String, String> environment) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("--")) {
                options.add(Option.TARGET, word);
                continue;
            }
            Option option = Option.named(word.substring(2)).orElseThrow(() -> unknown(word));
            if (++i == arguments.size()) {
                throw new UsageError(word + " needs a value");
            }
            options.add(option, arguments.get(i));
        }
        return options.orFrom(environment);
    }

    /** Reads system properties as Maven sets them; {@code header.1}, {@code header.2} repeat an option. */
    static Options ofProperties(Properties properties, Map<String, String> environment) {
        Options options = new Options();
        for (Option option : Option.values()) {
            Map<String, String> found = new TreeMap<>();
            for (String name : properties.stringPropertyNames()) {
                if (name.equals(option.optionName()) || name.matches(option.optionName() + "\\.\\d+")) {
                    found.put(name, properties.getProperty(name));
                }
            }
            found.values().forEach(value -> options.add(option, value));
        }
        return options.orFrom(environment);
    }

    private static UsageError unknown(String word) {
        return new UsageError(word + " is not an option; the options are "
                + String.join(
                        ", ",
                        Arrays.stream(Option.values())
                                .map(option -> "--" + option.optionName())
                                .toList()));
    }

    private Options orFrom(Map<String, String> environment) {
        for (Option option : Option.values()) {
            String value = environment.get(option.environment());
            if (value != null && !value.isBlank() && !values.containsKey(option)) {
                value.lines().forEach(line -> add(option, line));
            }
        }
        return this;
    }

    private void add(Option option, String value) {
        values.computeIfAbsent(option, key -> new ArrayList<>()).add(value.strip());
    }

    Options with(Option option, String value) {
        values.put(option, new ArrayList<>(List.of(value)));
        return this;
    }

    boolean given(Option option) {
        return values.containsKey(option);
    }

    List<String> all(Option option) {
        return values.getOrDefault(option, List.of());
    }

    Optional<String> one(Option option) {
        List<String> given = all(option);
        if (given.size() > 1) {
            throw new UsageError(option.optionName() + " is given " + given.size() + " times");
        }
        return given.stream().findFirst();
    }

    List<String> list(Option option) {
        return all(option).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    int number(Option option, int otherwise, int least) {
        Optional<String> given = one(option);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(given.get());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with what would be right
        }
        throw new UsageError(
                option.optionName() + " is '" + given.get() + "' and has to be a whole number from " + least + " up");
    }

    boolean flag(Option option) {
        String value = one(option).orElse("false").toLowerCase(Locale.ROOT);
        if (!List.of("", "true", "false").contains(value)) {
            throw new UsageError(option.optionName() + " is '" + value + "' and has to be true or false");
        }
        return !value.equals("false");
    }
}
