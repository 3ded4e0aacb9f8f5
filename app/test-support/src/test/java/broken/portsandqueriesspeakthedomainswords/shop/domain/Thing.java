package broken.portsandqueriesspeakthedomainswords.shop.domain;

public record Thing(String name) {}
