package sigmark.app.serve;

/** A request that is not served, with its HTTP status and the key of the words for it. */
final class TrialRefusal extends RuntimeException {
    private final int status;
    private final String key;

    TrialRefusal(int status, String key) {
        super(key);
        this.status = status;
        this.key = key;
    }

    int status() {
        return status;
    }

    /** Last part of the message key {@code serve.refused.…}. */
    String key() {
        return key;
    }
}
