package broken.transactionsareonusecasesalone.shop.adapter.out.persistence;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class BrokenManaged {

    Object begin(DataSource database) {
        return new JdbcTransactionManager(database).getTransaction(null);
    }
}
