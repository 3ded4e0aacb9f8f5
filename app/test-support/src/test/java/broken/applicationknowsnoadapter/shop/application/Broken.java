package broken.applicationknowsnoadapter.shop.application;

import broken.applicationknowsnoadapter.shop.adapter.out.persistence.JdbcThings;

record Broken(JdbcThings things) {}
