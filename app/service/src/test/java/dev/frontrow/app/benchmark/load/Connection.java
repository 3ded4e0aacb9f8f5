package dev.frontrow.app.benchmark.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A kept connection; opened when it is first needed, and again when the service has closed it. */
final class Connection {

    private final InetSocketAddress address;
    private final Selector selector;
    private final AnswerReader reader = new AnswerReader();

    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable ByteBuffer unsent;
    private boolean kept;

    /** What is under way on it. */
    @Nullable
    Errand errand;

    Connection(InetSocketAddress address, Selector selector) {
        this.address = address;
        this.selector = selector;
    }

    void open() throws IOException {
        var opened = SocketChannel.open(address);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        key = opened.register(selector, SelectionKey.OP_READ, this);
        channel = opened;
    }

    /** Whether it was answered on before, so that the service may have closed it just when it was used again. */
    boolean isKept() {
        return kept;
    }

    boolean isOpen() {
        return channel != null;
    }

    void send(byte[] bytes) throws IOException {
        if (channel == null) {
            open();
        }
        unsent = ByteBuffer.wrap(bytes);
        goOnSending();
    }

    /** Sends what did not go at once. */
    void goOnSending() throws IOException {
        if (channel == null || key == null || unsent == null) {
            return;
        }
        channel.write(unsent);
        var wanted = SelectionKey.OP_READ;
        if (unsent.hasRemaining()) {
            wanted |= SelectionKey.OP_WRITE;
        } else {
            unsent = null;
        }
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /**
     * Reads what has arrived.
     *
     * @return an answer, once it is whole
     * @throws IOException also when the service has closed the connection
     */
    @Nullable
    Answer receive(ByteBuffer shared) throws IOException {
        if (channel == null) {
            return null;
        }
        while (true) {
            shared.clear();
            var count = channel.read(shared);
            if (count < 0) {
                throw new IOException("closed by the service");
            }
            if (count == 0) {
                return null;
            }
            shared.flip();
            var answer = reader.read(shared);
            if (answer != null) {
                kept = true;
                return answer;
            }
        }
    }

    void close() {
        reader.reset();
        unsent = null;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            // It is closed all the same.
        }
        channel = null;
        key = null;
        kept = false;
    }
}
