package broken.statementsstayintheirschema.other.adapter.out.persistence;

final class Broken {

    String changes() {
        return "update \"shop\".\"thing\" set name = :name";
    }
}
