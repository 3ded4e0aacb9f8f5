package broken.othersarecalledbyusecases.edge;

public record Invariant(String name) {}
