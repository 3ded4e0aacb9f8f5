package broken.listenersheardomainevents.other;

public record Untold(String name) {}
