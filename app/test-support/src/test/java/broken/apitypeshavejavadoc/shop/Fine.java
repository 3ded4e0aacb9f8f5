package broken.apitypeshavejavadoc.shop;

/** Says what it is for. */
public record Fine(String name) {

    /** As does what is in it. */
    public enum Kind {}
}
