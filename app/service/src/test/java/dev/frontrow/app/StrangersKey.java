package dev.frontrow.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** A key that nobody here has given to anybody, the same for all tests: to make one takes seconds. */
public final class StrangersKey {

    public static final RSAKey KEY = newKey();

    private StrangersKey() {}

    /** Another one. */
    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
