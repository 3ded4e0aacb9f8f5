package broken.modulesknowonlywhomtheydeclare.other;

public record OtherId(String value) {}
