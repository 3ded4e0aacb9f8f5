package dev.frontrow.app.embeddedpostgres;

import dev.frontrow.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs as all tests share them, which takes seconds less than to unpack them. */
final class Programs {

    private Programs() {}

    /** Puts them where a database in that directory looks for them; answers the directory, which need not be there. */
    static Path beside(Path directory) throws IOException {
        var programs = Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-programs"));
        Files.createSymbolicLink(programs.resolve("unpacked"), TestDatabase.programs());
        return directory;
    }
}
