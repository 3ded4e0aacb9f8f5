/**
 * Delivery of events after the commit: the threads that run listeners, the job that tries again, and the place where
 * publications that failed too often wait for an admin.
 */
@NullMarked
package dev.frontrow.app.events;

import org.jspecify.annotations.NullMarked;
