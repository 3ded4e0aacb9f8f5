package dev.frontrow.app.benchmark;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A yardstick: bytes that never change, answered by Spring MVC behind the security's filters. It comes into the service beside
 * the jar, and answers within the same process as what is measured.
 */
@TestComponent
@RestController
@Hidden
class ConstantOperation {

    private static final String PATH = "/benchmark/constant/";

    static String path(int bytes) {
        return PATH + bytes;
    }

    @GetMapping(path = PATH + "{bytes}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] constant(@PathVariable int bytes) {
        var answer = new byte[bytes];
        Arrays.fill(answer, (byte) '0');
        return answer;
    }

    /** Puts this class alone where the service's loader finds it. */
    static Path copiedTo(Path directory) {
        var file = ConstantOperation.class.getName().replace('.', '/') + ".class";
        try (var bytes = ConstantOperation.class.getClassLoader().getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException(file + " is not where it was built");
            }
            var copy = directory.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
