package dev.frontrow.docs;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/** A table as a narrow screen shows it: a row becomes a card, unless the table has two columns or is a matrix of marks. */
record DataTable(List<List<TableCell>> rows) {

    private static final int MARK_MAX = 1;

    static DataTable of(TableBlock table) {
        var rows = new ArrayList<List<TableCell>>();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(cells(row));
            }
        }
        return new DataTable(rows);
    }

    static DataTable around(TableCell cell) {
        return of((TableBlock) cell.getParent().getParent().getParent());
    }

    private static List<TableCell> cells(Node row) {
        var cells = new ArrayList<TableCell>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add((TableCell) cell);
        }
        return cells;
    }

    boolean isCards() {
        return rows.getFirst().size() > 2 && !isMatrix();
    }

    private boolean isMatrix() {
        return rows.stream()
                .skip(1)
                .flatMap(row -> row.stream().skip(1))
                .allMatch(cell -> Headings.text(cell).length() <= MARK_MAX);
    }

    /** What stands above a cell. */
    String label(TableCell cell) {
        return rows.stream()
                .filter(row -> row.contains(cell))
                .findFirst()
                .map(row -> Headings.text(rows.getFirst().get(row.indexOf(cell))))
                .orElse("");
    }
}
