package sigmark.inference.work;

/** Ends work that cannot go on, with the {@link Problem} that a person can mend. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(describe(problem));
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(describe(problem), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    private static String describe(Problem problem) {
        return problem.code() + " at " + problem.where() + (problem.facts().isEmpty() ? "" : " " + problem.facts());
    }
}
