package broken.transactionsareonusecasesalone.shop.application.query;

import org.springframework.transaction.annotation.Transactional;

@Transactional
interface Broken {}
