package broken.onlytheapiisusedfromoutside.shop.domain;

public final class Thing {}
