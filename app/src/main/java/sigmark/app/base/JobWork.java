package sigmark.app.base;

import sigmark.inference.work.Progress;

/** What a job does, off the window's thread; it says how far it is and stops early when asked. */
@FunctionalInterface
public interface JobWork<T> {
    T run(Progress progress) throws Exception;
}
