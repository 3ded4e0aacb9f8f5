package broken.problemsareinthecatalogue.shop.adapter.in.web;

import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class BrokenProblems {}
