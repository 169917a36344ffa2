package sigmark.app.serve;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may come, which version answers whom, and how often. A user keeps the version that answered first, over restarts
 * too; new users get the version that fewest have. Safe for many threads.
 */
final class TrialSessions {
    private static final long MINUTE_MILLIS = 60_000;
    private static final int WRONG_CODES_A_MINUTE = 10;
    private static final int MOST_SESSIONS = 10_000;
    private static final int RENDERINGS_A_MINUTE = 1200;

    /** One browser. */
    record Session(String user, String version) {}

    private final TrialSettings settings;
    private final List<String> versions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byToken = new LinkedHashMap<>();
    private final Map<String, String> versionOf = new ConcurrentHashMap<>();
    private final Map<String, Deque<Long>> rates = new ConcurrentHashMap<>();

    /** @param before versions of users of earlier sittings */
    TrialSessions(TrialSettings settings, List<String> versions, Map<String, String> before, Clock clock) {
        this.settings = settings;
        this.versions = List.copyOf(versions);
        this.clock = clock;
        before.forEach((user, version) -> {
            if (versions.contains(version)) {
                versionOf.put(user, version);
            }
        });
    }

    /**
     * Lets a browser in.
     *
     * @param user the pseudonym that it was given earlier; empty for a new one
     * @return the token for its further requests
     */
    synchronized String open(String code, String user, String from) {
        if (settings.network()) {
            allow("code " + from, WRONG_CODES_A_MINUTE, "too-many-codes");
            boolean right = MessageDigest.isEqual(
                    code.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    settings.code().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (!right) {
                throw new TrialRefusal(403, "wrong-code");
            }
        }
        String name = user.matches("u-[0-9a-f]{16}") ? user : "u-" + hex(8);
        String version = versionOf.computeIfAbsent(name, any -> rarest());
        String token = hex(24);
        if (byToken.size() >= MOST_SESSIONS) {
            byToken.remove(byToken.keySet().iterator().next());
        }
        byToken.put(token, new Session(name, version));
        return token;
    }

    private String rarest() {
        String rarest = versions.get(0);
        for (String version : versions) {
            if (count(version) < count(rarest)) {
                rarest = version;
            }
        }
        return rarest;
    }

    private long count(String version) {
        return versionOf.values().stream().filter(version::equals).count();
    }

    synchronized Session session(String token) {
        Session session = byToken.get(token);
        if (session == null) {
            throw new TrialRefusal(401, "no-session");
        }
        return session;
    }

    void allowImage(Session session) {
        allow("image " + session.user(), settings.imagesAMinute(), "too-many-images");
    }

    void allowRendering(Session session) {
        allow("rendering " + session.user(), RENDERINGS_A_MINUTE, "too-many-images");
    }

    private void allow(String what, int aMinute, String key) {
        if (rates.size() > MOST_SESSIONS) {
            rates.clear();
        }
        Deque<Long> times = rates.computeIfAbsent(what, any -> new ArrayDeque<>());
        long now = clock.millis();
        synchronized (times) {
            while (!times.isEmpty() && now - times.peekFirst() >= MINUTE_MILLIS) {
                times.pollFirst();
            }
            if (times.size() >= aMinute) {
                throw new TrialRefusal(429, key);
            }
            times.addLast(now);
        }
    }

    private String hex(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
