package dev.touchstone.junit;

import dev.touchstone.client.McpClient;
import dev.touchstone.client.PlainHttp;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Target;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the shared observations of a run and remembers them. */
final class SharedObservations {
    private final RunContext run;
    private final Map<Object, Object> made = new HashMap<>();

    SharedObservations(RunContext run) {
        this.run = run;
    }

    /** The observations of a kind, made if nobody has asked for them before. */
    synchronized Object get(Class<?> type, Dialect dialect) {
        Object key = key(type, dialect);
        Object known = made.get(key);
        if (known == null) {
            known = make(type, dialect);
            made.put(key, known);
        }
        return known;
    }

    private static Object key(Class<?> type, Dialect dialect) {
        return switch (type.getAnnotation(Shared.class).value()) {
            case RUN -> type;
            case ERA -> List.of(type, dialect.revision().era());
            case DIALECT -> List.of(type, dialect);
        };
    }

    private Object make(Class<?> type, Dialect dialect) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        String purpose = type.getSimpleName().toLowerCase(Locale.ROOT);
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(parameter -> argument(parameter, dialect, purpose))
                .toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("shared observations " + type.getSimpleName() + " cannot be made", e);
        }
    }

    private Object argument(Class<?> type, Dialect dialect, String purpose) {
        if (type == Target.class) {
            return run.target();
        } else if (type == Dialect.class) {
            return dialect;
        } else if (type == Permits.class) {
            return run.permits();
        } else if (type == PlainHttp.class) {
            return run.plain(purpose);
        } else if (McpClient.class.isAssignableFrom(type)) {
            return run.client(dialect, purpose);
        }
        return get(type, dialect);
    }
}
