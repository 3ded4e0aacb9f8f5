package dev.frontrow.concert.application.query;

/** Where the sale of a schedule stands, by the database's clock. */
public enum SaleStatus {
    /** Its sale has not opened yet. */
    UPCOMING,
    /** Its seats can be reserved now. */
    OPEN,
    /** Its sale is over. */
    CLOSED,
    /** It will not take place. */
    CANCELLED
}
