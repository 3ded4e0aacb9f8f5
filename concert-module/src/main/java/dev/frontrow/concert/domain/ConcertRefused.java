package dev.frontrow.concert.domain;

/** Why the concert module can't do what was asked. */
public abstract sealed class ConcertRefused extends RuntimeException permits ConcertNotFound {

    ConcertRefused(String message) {
        super(message);
    }
}
