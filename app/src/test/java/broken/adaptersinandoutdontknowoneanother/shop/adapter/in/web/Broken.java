package broken.adaptersinandoutdontknowoneanother.shop.adapter.in.web;

import broken.adaptersinandoutdontknowoneanother.shop.adapter.out.persistence.JdbcThings;

final class Broken {

    final JdbcThings things = new JdbcThings();
}
