package broken.adaptersdontknowoneanother.shop.adapter.in.web;

import broken.adaptersdontknowoneanother.shop.adapter.out.persistence.JdbcThings;

record Broken(JdbcThings things) {}
