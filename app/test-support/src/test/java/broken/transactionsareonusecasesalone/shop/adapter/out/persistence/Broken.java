package broken.transactionsareonusecasesalone.shop.adapter.out.persistence;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

class Broken {

    @Transactional
    void write() {}

    void byHand(TransactionTemplate transaction) {}
}
