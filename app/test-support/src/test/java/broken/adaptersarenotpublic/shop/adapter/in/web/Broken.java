package broken.adaptersarenotpublic.shop.adapter.in.web;

public final class Broken {}
