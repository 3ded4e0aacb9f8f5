package broken.adaptersinandoutdontknowoneanother.shop.adapter.out.persistence;

public final class JdbcThings {}
