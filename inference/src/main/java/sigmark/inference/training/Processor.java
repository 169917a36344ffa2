package sigmark.inference.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine's processor can do, as far as training asks. */
public final class Processor {
    private static final Path LINUX_FACTS = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** Whether it multiplies bfloat16 numbers itself; elsewhere they would only slow training down. */
    public static boolean knowsBfloat16() {
        try {
            String facts = Files.readString(LINUX_FACTS);
            return facts.contains("avx512_bf16") || facts.contains("amx_bf16");
        } catch (IOException e) {
            return false; // no such file: not Linux
        }
    }
}
