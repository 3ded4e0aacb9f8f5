package broken.othersarecalledbyusecases.edge;

public @interface Refuses {
    Class<?>[] through();
}
