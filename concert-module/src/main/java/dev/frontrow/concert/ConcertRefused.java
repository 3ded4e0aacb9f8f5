package dev.frontrow.concert;

/**
 * Why something can't be done with a concert or a schedule. Whoever asks about concerts refuses with these too, and lets them
 * through; they are answered here.
 *
 * <p>Carries no stack trace: under rush, being refused is ordinary.
 */
public abstract sealed class ConcertRefused extends RuntimeException
        permits ChangeNotAllowed, ConcertNotFound, ScheduleNotFound, SaleNotOpen {

    private static final long serialVersionUID = 1L;

    ConcertRefused(String message) {
        super(message, null, false, false);
    }
}
