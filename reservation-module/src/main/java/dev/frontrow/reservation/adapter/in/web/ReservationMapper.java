package dev.frontrow.reservation.adapter.in.web;

import dev.frontrow.concert.ConcertId;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.payment.PaymentId;
import dev.frontrow.reservation.adapter.in.web.ReservationResponse.PaymentResponse;
import dev.frontrow.reservation.adapter.in.web.ReservationResponse.TicketResponse;
import dev.frontrow.reservation.application.query.ReservationView;
import dev.frontrow.reservation.domain.Reservation;
import dev.frontrow.reservation.domain.ReservationId;
import dev.frontrow.reservation.domain.ReservationStatus;
import dev.frontrow.reservation.domain.SeatId;
import dev.frontrow.reservation.domain.Ticket;
import dev.frontrow.reservation.domain.TicketStatus;
import java.util.List;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Shows a reservation to its owner, as it is now or as it was made. */
@Mapper(config = WebMapping.class)
interface ReservationMapper {

    @Mapping(target = "payment", expression = "java(payment(made.paymentId(), made.status(), made.amount()))")
    @Mapping(target = "tickets", expression = "java(tickets(made.tickets(), made.status()))")
    ReservationResponse response(Reservation made);

    @Mapping(target = "payment", expression = "java(payment(view.paymentId(), view.status(), view.amount()))")
    @Mapping(target = "tickets", expression = "java(tickets(view.tickets(), view.status()))")
    ReservationResponse response(ReservationView view);

    TicketResponse ticket(Ticket ticket, TicketStatus status);

    default List<TicketResponse> tickets(List<Ticket> tickets, ReservationStatus status) {
        return tickets.stream().map(ticket -> ticket(ticket, status.tickets())).toList();
    }

    default PaymentResponse payment(PaymentId id, ReservationStatus status, long amount) {
        return new PaymentResponse(id.toString(), status.payment(), amount);
    }

    default String text(ReservationId id) {
        return id.toString();
    }

    default String text(ConcertId id) {
        return id.toString();
    }

    default String text(ScheduleId id) {
        return id.toString();
    }

    default String text(SeatId id) {
        return id.toString();
    }

    default String text(UUID id) {
        return id.toString();
    }
}
