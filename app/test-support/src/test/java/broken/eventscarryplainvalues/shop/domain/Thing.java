package broken.eventscarryplainvalues.shop.domain;

public final class Thing {}
