package dev.frontrow.app.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.app.OwnPostgres;
import dev.frontrow.edge.Invariant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class CheckIntegrityTests {

    @RegisterExtension
    static final OwnPostgres POSTGRES = new OwnPostgres();

    private final AtomicInteger counted = new AtomicInteger();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Test
    void checksOnceMoreForAllWhoAskMeanwhile() {
        POSTGRES.create("checked");
        POSTGRES.pool("checked").withBean(ConsistentReading.class).run(context -> {
            var integrity = new CheckIntegrity(
                    List.of(new Invariant("slow", "takes its time", this::slowly)),
                    context.getBean(JdbcClient.class),
                    context.getBean(ConsistentReading.class));
            Queue<IntegrityReport> reports = new ConcurrentLinkedQueue<>();

            var earlier = CompletableFuture.supplyAsync(integrity::check);
            entered.await();
            var others = IntStream.range(0, 60)
                    .mapToObj(_ -> Thread.ofPlatform().daemon().start(() -> reports.add(integrity.check())))
                    .toList();
            await().until(() -> others.stream()
                    .allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING
                            || thread.getState() == Thread.State.WAITING));
            released.countDown();
            for (var other : others) {
                other.join();
            }

            assertThat(counted).hasValue(2);
            assertThat(reports).hasSize(60).containsOnly(reports.element()).doesNotContain(earlier.join());

            assertThat(integrity.check()).isNotSameAs(reports.element());
            assertThat(counted).hasValue(3);
        });
    }

    private long slowly() {
        counted.incrementAndGet();
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
