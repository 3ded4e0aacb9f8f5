package broken.sqlisinpersistencealone.shop.adapter.out.persistence;

import org.springframework.jdbc.core.simple.JdbcClient;

interface Fine {

    JdbcClient jdbc();
}
