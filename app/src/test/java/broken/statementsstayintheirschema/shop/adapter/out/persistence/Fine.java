package broken.statementsstayintheirschema.shop.adapter.out.persistence;

final class Fine {

    String things(int limit) {
        return "select t.id, t.other from shop.thing t join shop.part p on p.id = t.id limit " + limit;
    }

    /** Has the form of a table's name, and is in no statement. */
    String id() {
        return "other.thing";
    }
}
