package broken.applicationknowsnoadapter.shop.adapter.out.persistence;

public final class JdbcThings {}
