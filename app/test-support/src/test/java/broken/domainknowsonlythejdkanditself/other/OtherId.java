package broken.domainknowsonlythejdkanditself.other;

public record OtherId(String value) {}
