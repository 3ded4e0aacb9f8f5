package dev.frontrow.app.benchmark;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of the table, by their numbers, and what each of them needs. */
final class Rows {

    /** Starts of the service, against those of an earlier one. */
    static final String STARTS = "12";

    /** Starts with a million in line. */
    static final String MILLION_STARTS = "13";

    /** The rehearsal of a rush, which is no row, and comes only when it is asked for. */
    static final String RUSH = "rush";

    /** How each figure grows with its load, which is no row either. */
    static final String GROWTH = "growth";

    /** A cancelled show, which comes only when it is asked for, too. */
    static final String REFUNDS = "refunds";

    /** All rows there are, in the order in which they are measured. */
    static final Set<String> ALL;

    private static final Map<String, List<Row>> ON_ONE_SERVICE = new LinkedHashMap<>();

    static {
        ON_ONE_SERVICE.put("1", List.of(new PollingRow()));
        ON_ONE_SERVICE.put("3", List.of(new JoiningRow()));
        ON_ONE_SERVICE.put("4", List.of(new ReservingRow()));
        ON_ONE_SERVICE.put("5", List.of(new OneSeatRow()));
        ON_ONE_SERVICE.put("6", List.of(new ChargingRow(), new PayingRow()));
        ON_ONE_SERVICE.put("7", List.of(new SeatsRow()));
        ON_ONE_SERVICE.put("8", List.of(new BrowsingRow()));
        ON_ONE_SERVICE.put("14", List.of(new FirstLoadsRow()));
        ON_ONE_SERVICE.put("10", List.of(new JourneysRow()));
        ON_ONE_SERVICE.put("11", List.of(new SellOutRow()));
        var all = new LinkedHashSet<>(ON_ONE_SERVICE.keySet());
        ON_ONE_SERVICE.put(GROWTH, List.of(new GrowthRow()));
        ON_ONE_SERVICE.put(REFUNDS, List.of(new RefundsRow()));
        all.addAll(List.of(MILLION_STARTS, "2", "9", STARTS));
        ALL = all;
    }

    private Rows() {}

    /** Those that need nothing but a service. */
    static Map<String, List<Row>> onOneService() {
        return ON_ONE_SERVICE;
    }

    /** Those that need a million in line. */
    static Map<String, List<Row>> behind(Million million) {
        return Map.of("2", List.of(new CrowdedPollingRow(million)), "9", List.of(new AdmissionRow(million)));
    }
}
