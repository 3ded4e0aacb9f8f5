package broken.problemsareinthecatalogue.shop.adapter.in.web;

import broken.problemsareinthecatalogue.edge.ProblemAdvice;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class FineProblems implements ProblemAdvice {}
