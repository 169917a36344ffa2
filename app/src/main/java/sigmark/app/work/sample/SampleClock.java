package sigmark.app.work.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The clock of the sample while it is made: this machine's, or the time at which something of its story happened. */
final class SampleClock extends Clock {
    private final Clock machine;
    private volatile Optional<Instant> stopped = Optional.empty();

    SampleClock(Clock machine) {
        this.machine = machine;
    }

    /** From now on it is that time. */
    void stopAt(Instant time) {
        stopped = Optional.of(time);
    }

    /** From now on it is what it is. */
    void goOn() {
        stopped = Optional.empty();
    }

    @Override
    public Instant instant() {
        return stopped.orElseGet(machine::instant);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }
}
