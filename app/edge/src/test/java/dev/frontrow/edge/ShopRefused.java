package dev.frontrow.edge;

/** What a module refuses with. */
public abstract sealed class ShopRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ShopRefused(String message) {
        super(message);
    }

    /** There is none left. */
    public static final class SoldOut extends ShopRefused {

        private static final long serialVersionUID = 1L;

        public SoldOut() {
            super("There is none left.");
        }
    }

    /** More than one may have. */
    public static final class TooMany extends ShopRefused {

        private static final long serialVersionUID = 1L;

        private final int limit;

        public TooMany(int limit) {
            super("There are at most " + limit + ".");
            this.limit = limit;
        }

        public int limit() {
            return limit;
        }
    }
}
