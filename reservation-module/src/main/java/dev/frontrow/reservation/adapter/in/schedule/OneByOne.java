package dev.frontrow.reservation.adapter.in.schedule;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** What is done together is done one by one where it fails, so that what can't be done keeps nothing else waiting. */
final class OneByOne {

    private OneByOne() {}

    /**
     * Does what can be done.
     *
     * @param work does all or nothing
     * @param notDone is told what can't be done, and why
     */
    static <T> void doAll(List<T> things, Consumer<List<T>> work, BiConsumer<T, RuntimeException> notDone) {
        try {
            work.accept(things);
        } catch (RuntimeException failed) {
            if (isOfTheDatabase(failed)) {
                throw failed;
            } else if (things.size() > 1) {
                things.forEach(thing -> doAll(List.of(thing), work, notDone));
            } else {
                notDone.accept(things.getFirst(), failed);
            }
        }
    }

    /** Whether it may be no fault of what is done: then there is no use in trying each alone. */
    private static boolean isOfTheDatabase(RuntimeException failed) {
        return failed instanceof TransactionException
                || failed instanceof DataAccessException && !(failed instanceof DataIntegrityViolationException);
    }
}
