package broken.modulesknowonlywhomtheydeclare.shop;

public record Thing(String name) {}
