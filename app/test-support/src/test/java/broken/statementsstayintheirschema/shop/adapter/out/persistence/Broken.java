package broken.statementsstayintheirschema.shop.adapter.out.persistence;

final class Broken {

    String others(int limit) {
        return """
                select t.id
                  from shop.thing t
                  join other.thing o on o.id = t.id
                 limit
                """ + limit;
    }
}
