package dev.frontrow.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which schemas there are and whose they are, as the changelogs of the project create them. */
final class Schemas {

    private static final Pattern CREATED = Pattern.compile("(?im)^\\s*create schema (?:if not exists )?\"?(\\w+)\"?");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?i)\\b(select|insert|update|delete|merge|from|join|into|create|alter|drop|truncate|references|lock|call)\\b");
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])\"?(\\w+)\"?\\s*\\.\\s*\"?([A-Za-z_]\\w*)");
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    /** The folder of the owner, by schema. */
    private final Map<String, Path> owners = new HashMap<>();

    private Schemas() {}

    static Schemas of(Path project) {
        var schemas = new Schemas();
        try (var folders = Files.list(project)) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> changelogs(folder)
                            .forEach(changelog -> CREATED.matcher(read(changelog))
                                    .results()
                                    .forEach(created -> schemas.owners.put(created.group(1), folder))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return schemas;
    }

    /** The names in a statement that are qualified with a schema of somebody else than {@code folder}. */
    Stream<String> foreign(Path folder, String text) {
        if (!STATEMENT.matcher(text).find()) {
            return Stream.of();
        }
        return QUALIFIED
                .matcher(text)
                .results()
                .filter(name -> owners.containsKey(name.group(1)) && !folder.equals(owners.get(name.group(1))))
                .map(name -> name.group(1) + "." + name.group(2));
    }

    /** The same in the changelogs of that folder. */
    Stream<String> foreignInChangelogs(Path folder) {
        return changelogs(folder)
                .flatMap(changelog -> foreign(
                                folder, COMMENT.matcher(read(changelog)).replaceAll(""))
                        .map(table -> changelog.getFileName() + " names " + table));
    }

    private static Stream<Path> changelogs(Path folder) {
        var directory = folder.resolve("src/main/resources/db/changelog");
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
