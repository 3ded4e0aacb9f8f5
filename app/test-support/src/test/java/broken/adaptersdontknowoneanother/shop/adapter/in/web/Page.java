package broken.adaptersdontknowoneanother.shop.adapter.in.web;

public final class Page {}
