package dev.frontrow.reservation.application;

import dev.frontrow.concert.ConcertSales;
import dev.frontrow.concert.ScheduleId;
import dev.frontrow.concert.ScheduleNotFound;
import dev.frontrow.edge.Page;
import dev.frontrow.edge.PageRequest;
import dev.frontrow.reservation.application.port.in.OverseeSchedule;
import dev.frontrow.reservation.application.query.BlockView;
import dev.frontrow.reservation.application.query.BlockViews;
import org.springframework.stereotype.Service;

/** Overseeing, without a transaction of its own: concert knows whether there is such a schedule, one reading shows the rest. */
@Service
class OverseeScheduleService implements OverseeSchedule {

    private final ConcertSales sales;
    private final BlockViews blocks;

    OverseeScheduleService(ConcertSales sales, BlockViews blocks) {
        this.sales = sales;
        this.blocks = blocks;
    }

    @Override
    public Page<BlockView> blocks(ScheduleId scheduleId, PageRequest request) {
        return blocks.page(existing(scheduleId), request);
    }

    private ScheduleId existing(ScheduleId scheduleId) {
        return sales.ofSchedule(scheduleId).orElseThrow(ScheduleNotFound::new).scheduleId();
    }
}
