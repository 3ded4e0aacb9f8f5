package broken.sqlisinpersistencealone.shop.application;

import org.springframework.jdbc.core.simple.JdbcClient;

interface Broken {

    JdbcClient jdbc();
}
