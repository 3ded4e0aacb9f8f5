package broken.onlytheapiisusedfromoutside.shop;

public record ThingId(String value) {}
