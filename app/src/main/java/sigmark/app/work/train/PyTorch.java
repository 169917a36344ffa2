package sigmark.app.work.train;

import sigmark.app.work.MachineCheck;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** Whether training can run: its native library comes in a package of its own. */
public final class PyTorch {
    private PyTorch() {}

    /** Whether it is installed; nothing of it is loaded. */
    public static boolean installed() {
        return MachineCheck.canTrain();
    }

    /** @throws ProblemException {@code training.no-pytorch}, which says how to get it */
    static void require() {
        if (!installed()) {
            throw new ProblemException(Problem.of("training.no-pytorch", "PyTorch"));
        }
    }
}
