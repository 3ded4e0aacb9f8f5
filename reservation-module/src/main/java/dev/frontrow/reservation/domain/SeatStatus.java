package dev.frontrow.reservation.domain;

/** Whether a seat can be had. */
public enum SeatStatus {
    AVAILABLE(0),
    HELD(1),
    SOLD(2),
    /** Not for sale. */
    BLOCKED(3);

    private final int code;

    SeatStatus(int code) {
        this.code = code;
    }

    /** The status of that code. */
    public static SeatStatus of(int code) {
        return switch (code) {
            case 0 -> AVAILABLE;
            case 1 -> HELD;
            case 2 -> SOLD;
            case 3 -> BLOCKED;
            default -> throw new IllegalArgumentException("no seat's status has the code " + code);
        };
    }

    /** The number that stands for it where a name takes too much room: 0 to 3. */
    public int code() {
        return code;
    }
}
