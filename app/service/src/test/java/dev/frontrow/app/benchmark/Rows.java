package dev.frontrow.app.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of the table, by their numbers. */
final class Rows {

    private static final Map<String, List<Row>> BY_NUMBER = new LinkedHashMap<>();

    static {
        BY_NUMBER.put("1", List.of(new PollingRow()));
        BY_NUMBER.put("3", List.of(new JoiningRow()));
        BY_NUMBER.put("4", List.of(new ReservingRow()));
        BY_NUMBER.put("5", List.of(new OneSeatRow()));
        BY_NUMBER.put("6", List.of(new ChargingRow(), new PayingRow()));
        BY_NUMBER.put("7", List.of(new SeatsRow()));
        BY_NUMBER.put("8", List.of(new BrowsingRow()));
        BY_NUMBER.put("10", List.of(new JourneysRow()));
        BY_NUMBER.put("11", List.of(new SellOutRow()));
    }

    static final Set<String> ALL = BY_NUMBER.keySet();

    private Rows() {}

    static List<Row> of(String number) {
        var rows = BY_NUMBER.get(number);
        if (rows == null) {
            throw new IllegalArgumentException("no row " + number + ", there are " + ALL);
        }
        return rows;
    }
}
