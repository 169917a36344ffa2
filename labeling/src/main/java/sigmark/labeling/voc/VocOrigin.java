package sigmark.labeling.voc;

/**
 * Where an item comes from; what is not known is empty.
 *
 * @param requestId the request it is about
 * @param user a pseudonym
 */
public record VocOrigin(
        String requestId,
        String modelVersion,
        String appVersion,
        String device,
        String os,
        String network,
        String user) {
    public static final VocOrigin UNKNOWN = new VocOrigin("", "", "", "", "", "", "");

    /** Without the person. */
    public VocOrigin withUser(String name) {
        return new VocOrigin(requestId, modelVersion, appVersion, device, os, network, name);
    }
}
