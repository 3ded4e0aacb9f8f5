package dev.frontrow.queue.adapter.in.web;

/** Texts that the description of several operations share. */
final class Described {

    static final String PROBLEM = "application/problem+json";
    static final String TOKEN_HEADER = "A queue token exactly as it was handed out";
    static final String NO_TOKEN =
            "queue-token-required: the header is missing. queue-token-invalid: it carries no token "
                    + "of ours, or not one of this user";
    static final String NO_CONCERT = "concert-not-found: there is no such concert";
    static final String RETRY_AFTER = "After how many seconds to ask again, as pollAfterSeconds; while it waits";

    private Described() {}
}
