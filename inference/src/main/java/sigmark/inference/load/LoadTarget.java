package sigmark.inference.load;

/** What a load is put on. */
@FunctionalInterface
public interface LoadTarget {
    /**
     * Sends a request and waits for its answer; called by many threads at once.
     *
     * @param number of the request, from 0
     * @throws Exception when the request failed
     */
    void send(int number) throws Exception;
}
