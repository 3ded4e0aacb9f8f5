package broken.statementsstayintheirschema.shop.adapter.out.persistence;

final class BrokenCases {

    String upper() {
        return "SELECT * FROM OTHER.upper";
    }

    String joined() {
        return "select * from shop.thing t, other.joined j";
    }
}
