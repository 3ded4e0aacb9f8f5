package broken.transactionsareonusecasesalone.shop.adapter.in.web;

import org.springframework.transaction.annotation.Transactional;

@Transactional(readOnly = true)
class Broken {}
