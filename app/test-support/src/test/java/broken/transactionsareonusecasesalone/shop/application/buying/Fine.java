package broken.transactionsareonusecasesalone.shop.application.buying;

import org.springframework.transaction.annotation.Transactional;

@Transactional
class Fine {}
