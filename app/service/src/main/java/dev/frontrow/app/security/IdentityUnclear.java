package dev.frontrow.app.security;

/** The settings don't say who tells the service who somebody is; it does not start, rather than let anybody in. */
abstract sealed class IdentityUnclear extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    private IdentityUnclear(String message, String action) {
        super(message);
        this.action = action;
    }

    String action() {
        return action;
    }

    static final class NoIdentityProvider extends IdentityUnclear {

        private static final long serialVersionUID = 1L;

        NoIdentityProvider() {
            super("Nobody could log in: no identity provider is set, and demo mode is off.", """
                    Name your identity provider by either of

                        spring.security.oauth2.resourceserver.jwt.issuer-uri=https://id.example.com/realm
                        spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://id.example.com/realm/keys

                    and say which tokens are for this service:

                        spring.security.oauth2.resourceserver.jwt.audiences=frontrow

                    Just trying it out? frontrow.demo.enabled=true lets anybody log in as anybody.""");
        }
    }

    static final class IdentityProviderInDemoMode extends IdentityUnclear {

        private static final long serialVersionUID = 1L;

        IdentityProviderInDemoMode() {
            super("Demo mode lets anybody log in as anybody, and an identity provider is set as well.", """
                    Decide for one:

                        frontrow.demo.enabled=false

                    to have the identity provider alone (demo mode is on by default where the service brings its own
                    database), or take away spring.security.oauth2.resourceserver.jwt.*""");
        }
    }

    static final class ClaimsOfOtherNames extends IdentityUnclear {

        private static final long serialVersionUID = 1L;

        ClaimsOfOtherNames(String setting) {
            super("Who a user is stands in sub, and what they may in scope; " + setting + " names another claim.", """
                    Take it away, and have the identity provider put the user's id into sub and the scope admin into scope.""");
        }
    }
}
