package broken.applicationknowsnoadapter.shop.application;

import broken.applicationknowsnoadapter.shop.adapter.out.persistence.JdbcThings;

final class Broken {

    final JdbcThings things = new JdbcThings();
}
