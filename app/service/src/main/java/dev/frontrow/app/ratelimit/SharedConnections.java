package dev.frontrow.app.ratelimit;

import dev.frontrow.edge.NetworkAddress;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiPredicate;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The web server's HTTP, with its connections shared out: an address has a number of them and no more, and the fewer are free, the
 * sooner one is closed that is idle or does not send what it has begun. So those who wait and ask now and then leave room for
 * newcomers, payers and health probes, and so do those who send nothing at all.
 *
 * <p>Up to half of all connections, each is waited for as long as the settings say; from there on for less and less, down to a
 * second. From seven eighths on, each is closed with its answer.
 */
public final class SharedConnections extends Http11NioProtocol {

    /** Made by the web server, by the class's name. */
    public SharedConnections() {
        super(new Endpoint());
    }

    /** Admits a new connection of an address where the predicate, asked with how many the address has then, says so. */
    void admit(BiPredicate<InetAddress, Integer> admitted) {
        ((Endpoint) getEndpoint()).admitted = admitted;
    }

    /** How many connections are open; the web server itself does not count them any more once it takes no new ones. */
    public int openConnections() {
        return ((Endpoint) getEndpoint()).addresses.size();
    }

    /** How long is waited for what a connection sends next. */
    static int patienceMillis(int usualMillis, long open, int openMax) {
        int shortestMillis = Math.min(usualMillis, 1_000);
        long comfortable = openMax / 2;
        long scarce = scarce(openMax);
        if (open <= comfortable) {
            return usualMillis;
        }
        return open >= scarce
                ? shortestMillis
                : Math.toIntExact(
                        usualMillis - (usualMillis - shortestMillis) * (open - comfortable) / (scarce - comfortable));
    }

    private static long scarce(int openMax) {
        return openMax - Math.ceilDiv(openMax, 8);
    }

    private static final class Endpoint extends NioEndpoint {

        private final ConcurrentMap<SocketChannel, String> addresses = new ConcurrentHashMap<>();
        private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
        private volatile BiPredicate<InetAddress, Integer> admitted = (_, _) -> true;

        @Override
        public int getKeepAliveTimeout() {
            return patienceMillis(super.getKeepAliveTimeout());
        }

        /** For the first request of a connection, and for each further part of one that has begun. */
        @Override
        public int getConnectionTimeout() {
            return patienceMillis(super.getConnectionTimeout());
        }

        private int patienceMillis(int usual) {
            return isUnlimited() || usual < 0
                    ? usual
                    : SharedConnections.patienceMillis(usual, getConnectionCount(), getMaxConnections());
        }

        @Override
        public int getMaxKeepAliveRequests() {
            return isUnlimited() || getConnectionCount() < scarce(getMaxConnections())
                    ? super.getMaxKeepAliveRequests()
                    : 1;
        }

        private boolean isUnlimited() {
            return getMaxConnections() < 0;
        }

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            var from = socket.socket().getInetAddress();
            if (from == null) {
                return super.setSocketOptions(socket); // gone already
            }
            var network = NetworkAddress.of(from.getHostAddress());
            var address = network == null ? from.getHostAddress() : network;
            addresses.put(socket, address);
            if (!admitted.test(from, open.merge(address, 1, Integer::sum))) {
                giveBack(socket);
                destroySocket(socket);
                return false;
            }
            boolean taken = super.setSocketOptions(socket);
            var connection = connections.get(socket);
            if (connection != null) {
                connection.setWriteTimeout(super.getConnectionTimeout()); // whoever takes an answer slowly is not idle
            } else if (!taken) {
                giveBack(socket);
            }
            return taken;
        }

        @Override
        public void setHandler(Handler<NioChannel> handler) {
            super.setHandler(new GivingBack(handler));
        }

        private void giveBack(SocketChannel socket) {
            var address = addresses.remove(socket);
            if (address != null) {
                open.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
            }
        }

        /** The web server lets go of each connection here, once, however it ends. */
        private final class GivingBack implements AbstractEndpoint.Handler<NioChannel> {

            private final Handler<NioChannel> handler;

            GivingBack(Handler<NioChannel> handler) {
                this.handler = handler;
            }

            @Override
            public void release(SocketWrapperBase<NioChannel> connection) {
                giveBack(connection.getSocket().getIOChannel());
                forgetLastRequest(connection);
                handler.release(connection);
            }

            @Override
            public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
                var state = handler.process(connection, event);
                if (state == SocketState.OPEN) {
                    forgetLastRequest(connection);
                }
                return state;
            }

            /** Otherwise a connection that is idle keeps its last request's buffers, 67 KB, from being collected. */
            private void forgetLastRequest(SocketWrapperBase<NioChannel> connection) {
                connection.setAppReadBufHandler(null);
            }

            @Override
            public @Nullable Object getGlobal() {
                return handler.getGlobal();
            }

            @Override
            public void pause() {
                handler.pause();
            }

            @Override
            public void recycle() {
                handler.recycle();
            }
        }
    }
}
