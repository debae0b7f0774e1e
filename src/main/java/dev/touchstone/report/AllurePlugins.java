package dev.touchstone.report;

import io.qameta.allure.Extension;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.plugin.DefaultPluginLoader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads the plugin of Allure that shows results by epic, feature and story. It is no library: the build unpacks it onto
 * the class path, from where it is copied to disk, out of the jar if need be. Without it the report lacks that tab.
 */
final class AllurePlugins implements Closeable {
    private static final String BEHAVIORS = "/allure-plugins/behaviors-plugin";

    private final List<Plugin> plugins;

    private AllurePlugins(List<Plugin> plugins) {
        this.plugins = plugins;
    }

    /** The plugins, copied into a folder. */
    static AllurePlugins unpack(Path folder) throws IOException {
        return unpack(AllurePlugins.class.getResource(BEHAVIORS + "/allure-plugin.yml"), folder);
    }

    static AllurePlugins unpack(@Nullable URL configuration, Path folder) throws IOException {
        if (configuration == null) {
            return new AllurePlugins(List.of());
        }
        Path copy = folder.resolve("behaviors-plugin");
        Files.createDirectories(folder);
        copy(configuration, copy);
        return new AllurePlugins(new DefaultPluginLoader()
                .loadPlugin(AllurePlugins.class.getClassLoader(), copy).stream().toList());
    }

    /** The plugins that were found. */
    List<Plugin> all() {
        return plugins;
    }

    /** Lets go of their jars, which could not be deleted on some systems otherwise. */
    @Override
    public void close() throws IOException {
        for (Plugin plugin : plugins) {
            for (Extension extension : plugin.getExtensions()) {
                if (extension.getClass().getClassLoader() instanceof URLClassLoader loader) {
                    loader.close();
                }
            }
        }
    }

    private static void copy(URL configuration, Path to) throws IOException {
        try {
            URI uri = configuration.toURI();
            if (!"jar".equals(uri.getScheme())) {
                Folders.copy(Path.of(uri).resolveSibling(""), to);
                return;
            }
            String[] jarAndEntry = uri.toString().substring("jar:".length()).split("!", 2);
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(jarAndEntry[0])), Map.of())) {
                Folders.copy(jar.getPath(jarAndEntry[1]).resolveSibling(""), to);
            }
        } catch (URISyntaxException e) {
            throw new IOException("the plugin's address is odd: " + e.getMessage(), e);
        }
    }
}
