package dev.frontrow.app.security;

/** The settings would have the service take a client's address from a header that the client itself can send. */
final class AnybodysHeadersBelieved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnybodysHeadersBelieved() {
        super(
                "server.forward-headers-strategy=framework believes X-Forwarded-For and its like whoever sends them: with a"
                        + " made-up address for each request, nobody would be limited.");
    }

    static String action() {
        return """
                Set

                    server.forward-headers-strategy=native
                    server.tomcat.remoteip.internal-proxies=10.0.0.7/32

                with the addresses of your proxies, so that the headers of these alone are believed.""";
    }
}
