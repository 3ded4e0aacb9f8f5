package dev.frontrow.queue;

/** Shows the lines to the integrity report. Reads in the caller's transaction. */
public interface LineAudit {

    /** How many pairs of user and concert have more than one live token. */
    long usersWithSeveralLiveTokens();

    /** How many admissions left more tokens active than the cap in force at that instant. */
    long admissionsAboveCap();
}
