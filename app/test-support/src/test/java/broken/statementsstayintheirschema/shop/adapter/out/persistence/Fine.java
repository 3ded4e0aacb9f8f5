package broken.statementsstayintheirschema.shop.adapter.out.persistence;

final class Fine {

    String things(int limit) {
        return "select t.id, other.name from shop.thing t join shop.part other on other.id = t.id limit " + limit;
    }

    String log() {
        return "no update of other.thing came";
    }

    /** Has the form of a table's name, and nobody makes SQL here. */
    String id() {
        return "other.thing";
    }
}
