package dev.frontrow.app.events;

import static dev.frontrow.edge.DatabaseTime.instant;
import static dev.frontrow.edge.DatabaseTime.instantOrNull;

import dev.frontrow.edge.Cursor;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Repository;

/**
 * The rows of the event publication registry that are not concluded, and the parked ones beside it.
 *
 * <p>Parked publications have a table of their own, because Modulith reads failed ones oldest first and bounded: left
 * where they were, they would keep younger ones from being tried again.
 */
@Repository
class EventPublications {

    private final JdbcClient jdbc;
    private final EventSerializer serializer;

    EventPublications(JdbcClient jdbc, EventSerializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** Writes down new publications, as Modulith would write each. */
    void insert(List<TargetEventPublication> publications) {
        jdbc.sql("""
                insert into events.event_publication
                  (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                   last_resubmission_date)
                select id, listener_id, event_type, serialized_event, statement_timestamp(), 'PUBLISHED', 1,
                       statement_timestamp()
                  from unnest(:ids, :listeners, :types, :events)
                    as publication (id, listener_id, event_type, serialized_event)
                """)
                .param("ids", array("uuid", publications, EventPublication::getIdentifier))
                .param(
                        "listeners",
                        array(
                                "text",
                                publications,
                                each -> each.getTargetIdentifier().getValue()))
                .param(
                        "types",
                        array(
                                "text",
                                publications,
                                each -> each.getEvent().getClass().getName()))
                .param("events", array("text", publications, each -> serializer.serialize(each.getEvent())))
                .update();
    }

    private static SqlArrayValue array(
            String type, List<TargetEventPublication> publications, Function<TargetEventPublication, Object> value) {
        return new SqlArrayValue(type, publications.stream().map(value).toArray());
    }

    /** Deletes publications that are delivered, in one order, since another instance may have delivered them too. */
    void delete(List<UUID> ids) {
        jdbc.sql("""
                with delivered as materialized (
                  select id from events.event_publication where id = any(:ids) order by id for update)
                delete from events.event_publication publication using delivered where publication.id = delivered.id
                """).param("ids", new SqlArrayValue("uuid", ids.toArray())).update();
    }

    /** Marks publications as failed, to be tried again. */
    void fail(List<UUID> ids) {
        jdbc.sql("""
                with failed as materialized (
                  select id from events.event_publication
                   where id = any(:ids) and status <> 'FAILED' order by id for no key update)
                update events.event_publication publication set status = 'FAILED'
                  from failed
                 where publication.id = failed.id
                """).param("ids", new SqlArrayValue("uuid", ids.toArray())).update();
    }

    /** Takes the lock under which one instance at a time resubmits, until the transaction ends; false if it is taken. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('events.event_publication'))")
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /**
     * Marks as failed what nobody has concluded for that long: its instance died, or its listener never got a thread. What is
     * being concluded at this moment is passed by.
     */
    int failStale(Duration age) {
        return jdbc.sql("""
                with stale as materialized (
                  select id from events.event_publication
                   where completion_date is null
                     and status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
                     and coalesce(last_resubmission_date, publication_date)
                         < statement_timestamp() - :age * interval '1 millisecond'
                     for no key update skip locked)
                update events.event_publication publication set status = 'FAILED'
                  from stale
                 where publication.id = stale.id
                """).param("age", age.toMillis()).update();
    }

    /** Parks what has failed too often. */
    int park(int attemptsMax) {
        return jdbc.sql("""
                with parked as (
                  delete from events.event_publication
                   where status = 'FAILED' and completion_attempts > :attemptsMax
                  returning *)
                insert into events.parked_event_publication
                  (id, listener_id, event_type, serialized_event, publication_date, completion_attempts,
                   last_resubmission_date, parked_at)
                select id, listener_id, event_type, serialized_event, publication_date, completion_attempts,
                       last_resubmission_date, statement_timestamp()
                  from parked
                """).param("attemptsMax", attemptsMax).update();
    }

    /** Counts a try of publications that could not even be read. */
    void countUnreadable(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update events.event_publication
                   set completion_attempts = coalesce(completion_attempts, 0) + 1,
                       last_resubmission_date = statement_timestamp()
                 where id in (:ids) and status = 'FAILED'
                """).param("ids", ids).update();
    }

    /** The failed ones whose pause is over, the longest untouched first. The pause doubles with each try. */
    Set<UUID> due(Duration retryDelay, Duration retryDelayMax, int batchSizeMax) {
        return jdbc
                .sql("""
                select id
                  from events.event_publication
                 where status = 'FAILED'
                   and coalesce(last_resubmission_date, '-infinity') <= statement_timestamp()
                       - least(:delay * 2 ^ least(coalesce(completion_attempts, 0), 30), :delayMax)
                         * interval '1 millisecond'
                 order by coalesce(last_resubmission_date, publication_date)
                 limit :batchSizeMax
                """)
                .param("delay", retryDelay.toMillis())
                .param("delayMax", retryDelayMax.toMillis())
                .param("batchSizeMax", batchSizeMax)
                .query((row, n) -> row.getObject("id", UUID.class))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many publications wait to be delivered, and how many are parked. */
    Backlog backlog() {
        return jdbc.sql("""
                select (select count(*) from events.event_publication where completion_date is null) as incomplete,
                       (select count(*) from events.parked_event_publication) as parked
                """)
                .query((row, n) -> new Backlog(row.getLong("incomplete"), row.getLong("parked")))
                .single();
    }

    /** Parked publications, the latest parked first. */
    Page<ParkedEvent> parked(PageRequest request) {
        var rows = jdbc.sql("""
                select sequence, id, listener_id, event_type, serialized_event, publication_date, completion_attempts,
                       last_resubmission_date, parked_at
                  from events.parked_event_publication
                 where sequence < :before
                 order by sequence desc
                 limit :oneMore
                """)
                .param("before", request.before())
                .param("oneMore", request.oneMore())
                .query((row, n) -> new Parked(row.getLong("sequence"), parkedEvent(row)))
                .list();
        return Page.of(rows, request, Parked::event, row -> Cursor.of(row.sequence()));
    }

    /** Puts a parked publication back among the failed ones, as if it had never been tried; false if there is none. */
    boolean unpark(UUID id) {
        return jdbc.sql("""
                with back as (delete from events.parked_event_publication where id = :id returning *)
                insert into events.event_publication
                  (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts,
                   last_resubmission_date)
                select id, listener_id, event_type, serialized_event, publication_date, 'FAILED', 0, null
                  from back
                """).param("id", id).update() == 1;
    }

    private static ParkedEvent parkedEvent(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getObject("id", UUID.class),
                row.getString("listener_id"),
                row.getString("event_type"),
                row.getString("serialized_event"),
                instant(row, "publication_date"),
                row.getInt("completion_attempts"),
                instantOrNull(row, "last_resubmission_date"),
                instant(row, "parked_at"));
    }

    private record Parked(long sequence, ParkedEvent event) {}

    record Backlog(long incomplete, long parked) {}
}
