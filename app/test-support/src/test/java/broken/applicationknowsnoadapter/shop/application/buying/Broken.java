package broken.applicationknowsnoadapter.shop.application.buying;

import broken.applicationknowsnoadapter.shop.adapter.out.persistence.JdbcThings;

record Broken(JdbcThings things) {}
