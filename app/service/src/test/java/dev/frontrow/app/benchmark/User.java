package dev.frontrow.app.benchmark;

/**
 * Somebody who buys tickets.
 *
 * @param bearer the access token
 */
record User(int number, String bearer) {

    static String id(int number) {
        return "user-" + number;
    }

    String id() {
        return id(number);
    }

    /** The header that says who asks. */
    String authorization() {
        return "Bearer " + bearer;
    }
}
