package broken.othersarecalledbyusecases.other;

public interface Others {}
