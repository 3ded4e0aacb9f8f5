package dev.frontrow.app.hostile;

import dev.frontrow.app.edge.Http.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A connection on which a client says whatever it likes. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 8_000;
    private static final int HEAD_BYTES_MAX = 8_192;
    private static final Pattern ANSWER = Pattern.compile("(?<=^|\\n|})HTTP/1\\.[01] (\\d{3})[ \\r]");

    private final Socket socket;

    public Wire(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public Wire say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Wire say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says nothing more, and still listens. */
    Wire fallSilent() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The one answer; of an event stream what comes at once. */
    public Answer answer() throws IOException {
        return Answer.parse(heard(true).toByteArray());
    }

    /** All that comes until the other side closes; fails unless it does. */
    String everything() throws IOException {
        return heard(false).toString(StandardCharsets.UTF_8);
    }

    /** What comes until this text has come. */
    String until(String text) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(text) < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("closed without \"" + text + "\" after: " + heard);
            }
            heard.append((char) next);
        }
        return heard.toString();
    }

    /** How many answers there are in what came. */
    static long answers(String heard) {
        return ANSWER.matcher(heard).results().count();
    }

    private ByteArrayOutputStream heard(boolean unlessItGoesOnForEver) throws IOException {
        var heard = new ByteArrayOutputStream();
        var buffer = new byte[16_384];
        try {
            for (var read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                heard.write(buffer, 0, read);
                if (unlessItGoesOnForEver && isStream(heard)) {
                    break;
                }
            }
        } catch (SocketException reset) {
            // It was closed while there was more of ours to read: what was said before counts.
            if (heard.size() == 0) {
                throw reset;
            }
        }
        return heard;
    }

    private static boolean isStream(ByteArrayOutputStream heard) {
        var text = heard.toString(StandardCharsets.ISO_8859_1);
        return text.contains("\r\n\r\n")
                && text.substring(0, text.indexOf("\r\n\r\n")).contains("text/event-stream");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
