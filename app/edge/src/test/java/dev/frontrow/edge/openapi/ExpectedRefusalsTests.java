package dev.frontrow.edge.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frontrow.edge.Refuses;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;

class ExpectedRefusalsTests {

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext(
            Transactions.class, NeighbourService.class, PlainNeighbour.class, First.class, Second.class, Round.class);
    private final ExpectedRefusals expected = new ExpectedRefusals(beans.getBeanFactory());

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void areNoneWhereNoneAreNamed() throws Exception {
        assertThat(of("nothing")).isEmpty();
    }

    @Test
    void areThoseThatAnOperationNamesInItsOrder() throws Exception {
        assertThat(of("own")).containsExactly(Late.class, Early.class);
    }

    @Test
    void areThoseOfEachClassBehindAnInterfaceProxiesLookedThrough() throws Exception {
        assertThat(of("throughAnInterface")).containsExactlyInAnyOrder(Early.class, Full.class);
    }

    @Test
    void areThoseOfAllListenersInAChainOfEvents() throws Exception {
        assertThat(of("throughAChain")).containsExactly(Early.class, Full.class, Late.class);
    }

    @Test
    void areNoneOfAnEventThatNobodyHears() throws Exception {
        assertThat(of("throughSilence")).containsExactly(Early.class);
    }

    @Test
    void endWhereEventsLeadBackToThemselves() throws Exception {
        assertThat(of("throughARound")).containsExactly(Late.class);
    }

    private Set<Class<? extends RuntimeException>> of(String operation) throws NoSuchMethodException {
        AnnotatedElement declared = Operations.class.getDeclaredMethod(operation);
        return expected.of(declared);
    }

    static class Operations {

        void nothing() {}

        @Refuses({Late.class, Early.class})
        void own() {}

        @Refuses(through = Neighbour.class)
        void throughAnInterface() {}

        @Refuses(value = Early.class, through = Asked.class)
        void throughAChain() {}

        @Refuses(value = Early.class, through = Silence.class)
        void throughSilence() {}

        @Refuses(through = There.class)
        void throughARound() {}
    }

    interface Neighbour {

        void ask();
    }

    @Refuses(Full.class)
    static class NeighbourService implements Neighbour {

        @Override
        @Transactional
        public void ask() {}
    }

    @Refuses(Early.class)
    static class PlainNeighbour implements Neighbour {

        @Override
        public void ask() {}
    }

    record Asked() {}

    record Answered() {}

    record Silence() {}

    record There() {}

    record Back() {}

    static class First {

        @EventListener
        @Refuses(Full.class)
        Answered on(Asked event) {
            return new Answered();
        }

        void on(Silence event) {}
    }

    static class Second {

        @EventListener
        @Refuses(Late.class)
        @Transactional
        public void on(Answered event) {}
    }

    static class Round {

        @EventListener
        @Refuses(value = Late.class, through = There.class)
        Back on(There event) {
            return new Back();
        }

        @EventListener
        There on(Back event) {
            return new There();
        }
    }

    static class Early extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static class Late extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @EnableTransactionManagement
    static class Transactions {}
}
