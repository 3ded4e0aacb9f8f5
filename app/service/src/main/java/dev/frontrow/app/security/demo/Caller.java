package dev.frontrow.app.security.demo;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/** Where a request comes from, as the network says it and not as its headers do. */
final class Caller {

    /** Set by proxies: behind one on this machine, everybody's requests come from the loopback address. */
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    /** Left by Tomcat where it was told to believe such headers, and has replaced the address by theirs. */
    private static final String ADDRESS_FROM_HEADERS = "org.apache.tomcat.remoteAddr";

    /** A page of another site, whose name was made to lead to this machine, is not somebody on it. */
    private static final Set<String> NAMES_OF_THIS_MACHINE =
            Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");

    private Caller() {}

    static boolean isOnThisMachine(HttpServletRequest request) {
        var received = received(request);
        return received instanceof HttpServletRequest original
                && PROXY_HEADERS.stream().allMatch(name -> original.getHeader(name) == null)
                && original.getAttribute(ADDRESS_FROM_HEADERS) == null
                && isLoopback(original.getRemoteAddr())
                && NAMES_OF_THIS_MACHINE.contains(original.getServerName());
    }

    /** The request as the container received it, without what filters have made of it. */
    private static ServletRequest received(HttpServletRequest request) {
        ServletRequest received = request;
        while (received instanceof ServletRequestWrapper wrapper) {
            received = wrapper.getRequest();
        }
        return received;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
