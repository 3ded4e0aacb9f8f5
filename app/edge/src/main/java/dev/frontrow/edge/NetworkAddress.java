package dev.frontrow.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What of a remote address tells one client from another. */
public final class NetworkAddress {

    /** One household or machine is given 64 bits' worth of IPv6 addresses, and may use a new one for each request. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private NetworkAddress() {}

    /** An IPv4 address, the prefix of an IPv6 one, or null for this machine's own and for none. */
    public static @Nullable String of(@Nullable String remoteAddress) {
        if (remoteAddress == null || remoteAddress.isEmpty()) {
            return null;
        }
        try {
            var address = InetAddress.ofLiteral(remoteAddress);
            if (address.isLoopbackAddress()) {
                return null;
            }
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_PREFIX_BYTES))
                    : remoteAddress;
        } catch (IllegalArgumentException notAnAddress) {
            return remoteAddress;
        }
    }
}
