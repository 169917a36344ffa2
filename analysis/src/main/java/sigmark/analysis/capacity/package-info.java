/**
 * Times and load of a service and of people: waiting lines, machines for a target, latencies under planned load, active
 * time. Open {@link sigmark.analysis.capacity.MarkovQueue} first. Times are in the unit their name says.
 */
@NullMarked
package sigmark.analysis.capacity;

import org.jspecify.annotations.NullMarked;
