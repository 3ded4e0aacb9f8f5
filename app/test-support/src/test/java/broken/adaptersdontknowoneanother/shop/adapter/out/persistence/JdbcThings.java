package broken.adaptersdontknowoneanother.shop.adapter.out.persistence;

public final class JdbcThings {}
