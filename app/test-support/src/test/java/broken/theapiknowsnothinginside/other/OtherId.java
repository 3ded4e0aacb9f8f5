package broken.theapiknowsnothinginside.other;

public record OtherId(String value) {}
