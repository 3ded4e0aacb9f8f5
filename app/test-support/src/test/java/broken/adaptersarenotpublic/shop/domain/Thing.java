package broken.adaptersarenotpublic.shop.domain;

public final class Thing {}
