package dev.frontrow;

import java.io.IOException;

/**
 * An embedded PostgreSQL as a program of its own, for tests whose processes come and go, or are ended with no time to tidy
 * up. It ends together with the process that has started it, however that ends.
 */
final class TestServer {

    private TestServer() {}

    /** Starts it on a port of this machine, the only argument. */
    public static void main(String[] arguments) throws IOException {
        var starter = ProcessHandle.current().parent().orElseThrow();
        var port = Integer.parseInt(arguments[0]);
        var postgres = TestDatabase.embedded().setPort(port).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                postgres.close();
            } catch (IOException alreadyGone) {
                // then there is nothing to end
            }
        }));
        starter.onExit().join();
    }
}
