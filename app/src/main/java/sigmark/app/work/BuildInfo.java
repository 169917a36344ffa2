package sigmark.app.work;

/** Which Sigmark this is. */
public final class BuildInfo {
    private BuildInfo() {}

    /** From the jar's manifest; {@code development} when run from class folders. */
    public static String version() {
        String version = BuildInfo.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
