package broken.problemsareinthecatalogue.edge;

public interface ProblemAdvice {}
