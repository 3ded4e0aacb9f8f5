package broken.transactionsareonusecasesalone.shop.application;

import org.springframework.transaction.annotation.Transactional;

class Fine {

    @Transactional
    void change() {}
}
