package broken.portsandqueriesspeakthedomainswords.shop.application.query;

public record ThingView(String name) {}
