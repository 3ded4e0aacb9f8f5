package broken.theapiknowsnothinginside.shop.domain;

public final class Thing {}
