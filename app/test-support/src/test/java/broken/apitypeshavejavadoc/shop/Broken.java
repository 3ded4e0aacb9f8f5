package broken.apitypeshavejavadoc.shop;

public record Broken(String name) {

    public enum Kind {}
}
