package broken.transactionsareonusecasesalone.shop.adapter.out.persistence;

import org.springframework.transaction.annotation.Transactional;

class Broken {

    @Transactional
    void write() {}
}
