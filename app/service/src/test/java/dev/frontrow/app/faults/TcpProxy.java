package dev.frontrow.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the service and a server on this machine, and does to what passes what a bad network does. */
final class TcpProxy implements AutoCloseable {

    private static final int CHUNK_BYTES = 8 * 1024;

    private final int server;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private volatile Duration delay = Duration.ZERO;
    private volatile boolean swallowing;
    private volatile boolean refusing;

    /** @param server its port */
    TcpProxy(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Lets everything pass at once, from now on. What was swallowed is lost with its connection. */
    void heal() {
        delay = Duration.ZERO;
        refusing = false;
        if (swallowing) {
            swallowing = false;
            cut();
        }
    }

    /** Closes all connections, and each new one at once. */
    void refuse() {
        refusing = true;
        cut();
    }

    /** Takes what comes, and never passes it on. */
    void swallow() {
        swallowing = true;
    }

    /** Passes on what the service sends so much later. */
    void delay(Duration each) {
        delay = each;
    }

    private void cut() {
        open.forEach(TcpProxy::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                var upstream = new Socket();
                upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                open.add(client);
                open.add(upstream);
                Thread.startVirtualThread(() -> pass(client, upstream, true));
                Thread.startVirtualThread(() -> pass(upstream, client, false));
            } catch (IOException closed) {
                // The loop ends if it was this one's own.
            }
        }
    }

    private void pass(Socket from, Socket to, boolean delayed) {
        var chunk = new byte[CHUNK_BYTES];
        try (from;
                to) {
            for (var count = from.getInputStream().read(chunk);
                    count >= 0;
                    count = from.getInputStream().read(chunk)) {
                if (swallowing) {
                    continue;
                }
                if (delayed && !delay.isZero()) {
                    Thread.sleep(delay);
                }
                to.getOutputStream().write(chunk, 0, count);
            }
        } catch (IOException | InterruptedException cut) {
            // Both ends are closed, as one of them was.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
