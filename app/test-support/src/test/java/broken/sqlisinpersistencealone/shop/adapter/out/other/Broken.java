package broken.sqlisinpersistencealone.shop.adapter.out.other;

import org.springframework.jdbc.core.simple.JdbcClient;

interface Broken {

    JdbcClient jdbc();
}
