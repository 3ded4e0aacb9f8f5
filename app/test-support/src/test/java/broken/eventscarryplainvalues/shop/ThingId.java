package broken.eventscarryplainvalues.shop;

public record ThingId(String value) {}
