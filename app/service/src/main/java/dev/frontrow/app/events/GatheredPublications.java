package dev.frontrow.app.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps publications as Modulith's own repository does, many with a statement, where that takes one for each step of each.
 *
 * <ul>
 *   <li>those of one transaction are written with one statement, as the last thing before its commit;
 *   <li>that a listener has begun is not written at all: whoever looks after publications treats one that was begun and one
 *       that was not alike, since nobody can tell whether a listener still runs;
 *   <li>that listeners are done, or have failed, is written for many at once, by {@link ConcludedPublications}.
 * </ul>
 */
@Component
@Primary
class GatheredPublications implements EventPublicationRepository {

    private final EventPublicationRepository each;
    private final EventPublications publications;
    private final ConcludedPublications concluded;

    GatheredPublications(
            @Qualifier("jdbcEventPublicationRepository") EventPublicationRepository each,
            EventPublications publications,
            ConcludedPublications concluded) {
        this.each = each;
        this.publications = publications;
        this.concluded = concluded;
    }

    @Override
    public TargetEventPublication create(TargetEventPublication publication) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            ofThisTransaction().add(publication);
        } else {
            publications.insert(List.of(publication));
        }
        return publication;
    }

    private Gathering ofThisTransaction() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathering begun) {
            return begun;
        }
        var gathering = new Gathering();
        gathering.resume();
        TransactionSynchronizationManager.registerSynchronization(gathering);
        return gathering;
    }

    @Override
    public void markProcessing(UUID id) {}

    @Override
    public void markCompleted(UUID id, Instant at) {
        concluded.completed(id);
    }

    @Override
    public void markCompleted(Object event, PublicationTargetIdentifier listener, Instant at) {
        each.markCompleted(event, listener, at);
    }

    @Override
    public void markFailed(UUID id) {
        concluded.failed(id);
    }

    @Override
    public boolean markResubmitted(UUID id, Instant at) {
        return each.markResubmitted(id, at);
    }

    @Override
    public List<TargetEventPublication> findIncompletePublications() {
        return each.findIncompletePublications();
    }

    @Override
    public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(Instant instant) {
        return each.findIncompletePublicationsPublishedBefore(instant);
    }

    @Override
    public Optional<TargetEventPublication> findIncompletePublicationsByEventAndTargetIdentifier(
            Object event, PublicationTargetIdentifier listener) {
        return each.findIncompletePublicationsByEventAndTargetIdentifier(event, listener);
    }

    @Override
    public List<TargetEventPublication> findCompletedPublications() {
        return each.findCompletedPublications();
    }

    @Override
    public List<TargetEventPublication> findFailedPublications(FailedCriteria criteria) {
        return each.findFailedPublications(criteria);
    }

    @Override
    public List<TargetEventPublication> findByStatus(Status status) {
        return each.findByStatus(status);
    }

    @Override
    public int countByStatus(Status status) {
        return each.countByStatus(status);
    }

    @Override
    public void deletePublications(List<UUID> ids) {
        each.deletePublications(ids);
    }

    @Override
    public void deleteCompletedPublications() {
        each.deleteCompletedPublications();
    }

    @Override
    public void deleteCompletedPublicationsBefore(Instant instant) {
        each.deleteCompletedPublicationsBefore(instant);
    }

    /** The publications of one transaction. What is published while it is committing is written at once. */
    private final class Gathering implements TransactionSynchronization {

        private final List<TargetEventPublication> gathered = new ArrayList<>();
        private boolean written;

        void add(TargetEventPublication publication) {
            if (written) {
                publications.insert(List.of(publication));
            } else {
                gathered.add(publication);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            publications.insert(gathered);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(GatheredPublications.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(GatheredPublications.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }
    }
}
