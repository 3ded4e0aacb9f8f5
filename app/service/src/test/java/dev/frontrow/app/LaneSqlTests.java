package dev.frontrow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.frontrow.AtOnce;
import dev.frontrow.app.Shop.Answer;
import dev.frontrow.app.Shop.Concert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a batch of a lane costs the database: so many statements and one commit, of however many it is. */
@WholeService
class LaneSqlTests {

    private static final String RESERVE = "reservation-reserve";
    private static final String CHARGE = "point-charge";
    private static final String PAY = "payment-pay";
    private static final int MANY = 30;

    private final Shop shop;

    LaneSqlTests(@LocalServerPort int port) {
        this.shop = new Shop(port);
    }

    @Test
    void reservesManyWithTheStatementsOfOne() {
        var concert = shop.admin().concert(1, MANY, 1_000);
        var buyers = admitted(concert);
        var seats = buyers.getFirst().seats();

        takesAlone(RESERVE, 7, () -> buyers.getFirst().reserve(seats.getFirst()));

        takesTogether(RESERVE, 8, i -> buyers.get(i).reserve(seats.get(i))); // one more for first uses of tokens
    }

    @Test
    void writesNothingForThoseWhoComeTooLateForASeat() {
        var concert = shop.admin().concert(1, 1, 1_000);
        var buyers = admitted(concert);
        var seat = buyers.getFirst().seats().getFirst();
        SqlRecorder.transactionsOf(RESERVE);

        var answers = AtOnce.all(buyers.stream()
                .<Callable<Integer>>map(buyer -> () -> buyer.reserve(seat).status())
                .toList());

        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(SqlRecorder.transactionsOf(RESERVE).stream().flatMap(List::stream))
                .filteredOn(statement -> statement.contains("insert into reservation.reservation"))
                .hasSize(1);
    }

    @Test
    void chargesManyWithTheStatementsOfOne() {
        var users = Stream.generate(shop::user).limit(MANY).toList();

        takesAlone(CHARGE, 3, () -> users.getFirst().charge(1_000).expect(201));

        takesTogether(CHARGE, 3, i -> users.get(i).charge(1_000).expect(201));
    }

    @Test
    void paysManyWithTheStatementsOfOne() {
        var concert = shop.admin().concert(1, MANY, 1_000);
        var buyers = admitted(concert);
        var seats = buyers.getFirst().seats();
        var payments = IntStream.range(0, MANY)
                .mapToObj(i -> {
                    buyers.get(i).user.charge(1_000).expect(201);
                    return Shop.paymentId(buyers.get(i).reserve(seats.get(i)).expect(201));
                })
                .toList();

        takesAlone(PAY, 9, () -> buyers.getFirst().user.pay(payments.getFirst()).expect(200));

        takesTogether(PAY, 9, i -> buyers.get(i).user.pay(payments.get(i)).expect(200));
    }

    private static void takesAlone(String lane, int statements, Runnable request) {
        SqlRecorder.transactionsOf(lane);
        request.run();
        assertThat(SqlRecorder.transactionsOf(lane))
                .singleElement()
                .satisfies(transaction -> assertThat(transaction).hasSize(statements));
    }

    private static void takesTogether(String lane, int statementsMax, IntFunction<Answer> request) {
        var requests = new ArrayList<Callable<Integer>>();
        for (var i = 1; i < MANY; i++) {
            var which = i;
            requests.add(() -> request.apply(which).status());
        }
        AtOnce.all(requests);
        assertThat(SqlRecorder.transactionsOf(lane))
                .hasSizeLessThanOrEqualTo(requests.size())
                .allSatisfy(transaction -> assertThat(transaction).hasSizeLessThanOrEqualTo(statementsMax));
    }

    private List<Buyer> admitted(Concert concert) {
        var buyers = Stream.generate(shop::user)
                .limit(MANY)
                .map(user -> new Buyer(user, concert, user.join(concert).text("token")))
                .toList();
        for (var buyer : buyers) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> buyer.user.poll(buyer.token).text("status").equals("ACTIVE"));
        }
        return buyers;
    }

    private record Buyer(Shop.User user, Concert concert, String token) {

        List<String> seats() {
            return user.freeSeats(concert, token);
        }

        Answer reserve(String seat) {
            return user.reserve(concert, token, List.of(seat));
        }
    }
}
