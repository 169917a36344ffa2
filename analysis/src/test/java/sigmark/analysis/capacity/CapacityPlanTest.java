package sigmark.analysis.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.inference.work.ProblemException;

/** The planner against queues worked by hand. */
class CapacityPlanTest {
    /** M/M/1 responses are exponential with rate μ − λ: p95 = ln 20/(μ − λ); for c servers the table of SERVICE.md e. */
    @ParameterizedTest
    @CsvSource({"0.5,1,5.99", "0.8,1,14.98", "0.9,1,29.96", "0.9,4,8.2", "0.9,10,4.4"})
    void exponentialServiceGivesTheKnownPercentiles(double utilization, int servers, double services) {
        ServiceProfile profile = ServiceProfile.exponential("e", 1000);
        double mean = profile.meanMillis();
        ResponseModel model = new ResponseModel(profile, utilization * servers * 1000 / mean, servers);
        assertThat(model.percentileMillis(950) / mean).isCloseTo(services, within(0.1));
    }

    @Test
    void measuredTimesThatAreExponentialComeOutNearlyTheSame() {
        ServiceProfile formula = ServiceProfile.exponential("e", 100);
        ServiceProfile measured =
                new ServiceProfile("m", formula.millis(), ServiceProfile.Shape.MEASURED, 1, 0, 1, 0, 0, false);
        double exact = new ResponseModel(formula, 5, 1).percentileMillis(950);
        assertThat(new ResponseModel(measured, 5, 1).percentileMillis(950)).isCloseTo(exact, within(exact * 0.02));
    }

    @Test
    void constantTimesNeedFewerMachinesThanRandomOnes() {
        ServiceProfile constant = read("{\"pageMs\":[100,100,100,100]}");
        ServiceProfile random = ServiceProfile.exponential("e", 100);
        CapacityPlan.Target target = new CapacityPlan.Target(20, 320, 950, 0.8);
        CapacityPlan plan = CapacityPlan.of(constant, target);
        // 20 a second × 0.1 s = 2 busy; 3 servers are 67 % busy, 2 would be full
        assertThat(plan.machines()).hasValue(3);
        assertThat(plan.utilization()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(CapacityPlan.of(random, target).machines().orElseThrow()).isGreaterThan(3);
    }

    @Test
    void theCapIsKeptEvenWhereTheTimeWouldAllowMore() {
        ServiceProfile constant = read("{\"pageMs\":[100,100]}");
        // 8 a second are 0.8 busy: one server at the cap of 0.8 is enough, at 0.6 it takes two
        assertThat(CapacityPlan.of(constant, new CapacityPlan.Target(8, 10_000, 950, 0.8))
                        .machines())
                .hasValue(1);
        assertThat(CapacityPlan.of(constant, new CapacityPlan.Target(8, 10_000, 950, 0.6))
                        .machines())
                .hasValue(2);
    }

    @Test
    void noNumberOfMachinesMendsARequestThatIsTooSlowAlone() {
        CapacityPlan plan = CapacityPlan.of(read("{\"pageMs\":[500,500]}"), new CapacityPlan.Target(1, 400, 950, 0.8));
        assertThat(plan.machines()).isEmpty();
        CapacityPlan.Lever time = plan.levers().get(1);
        assertThat(time.limit())
                .as("the share of the time that keeps the bound")
                .isCloseTo(0.8, within(1e-9));
        assertThat(time.points().get(0).qps()).isZero();
        assertThat(time.points().get(time.points().size() - 1).qps()).isGreaterThan(1);
        assertThat(plan.json().get("machines").isNull()).isTrue();
    }

    @Test
    void copiesEndWhereCoresOrMemoryEnd() {
        ServiceProfile profile = read(
                """
                {"pageMs":[100,100],"environment":{"cores":8,"threads":2,"memoryBytes":3221225472},
                 "service":{"copies":1,"copyMib":1024}}
                """);
        assertThat(profile.mostCopies()).as("four by cores, three by memory").isEqualTo(3);
        CapacityPlan.Lever copies = CapacityPlan.of(profile, new CapacityPlan.Target(5, 1000, 950, 0.8))
                .levers()
                .get(2);
        assertThat(copies.limit()).isEqualTo(3);
        assertThat(copies.points())
                .extracting(CapacityPlan.Point::qps)
                .isSorted()
                .hasSize(3);
    }

    @Test
    void aProfileIsReadFromWhatItHas() {
        ServiceProfile byPercentiles =
                read("{\"madeByHand\":true,\"steps\":{\"page\":{\"p50\":200,\"p95\":400}},\"pagesPerSecond\":3}");
        assertThat(byPercentiles.shape()).isEqualTo(ServiceProfile.Shape.LOGNORMAL);
        assertThat(byPercentiles.byHand()).isTrue();
        assertThat(byPercentiles.percentile(500).orElseThrow()).isCloseTo(200, within(1.0));
        assertThat(byPercentiles.percentile(950).orElseThrow()).isCloseTo(400, within(2.0));
        assertThat(byPercentiles.samples()).isZero();
        ServiceProfile byMean = read("{\"pagesPerSecond\":4}");
        assertThat(byMean.shape()).isEqualTo(ServiceProfile.Shape.EXPONENTIAL);
        assertThat(byMean.meanMillis()).isCloseTo(250, within(1.0));
        for (String broken : List.of("{", "{}", "{\"pageMs\":[1,\"x\"]}", "{\"pageMs\":[-1]}")) {
            assertThatThrownBy(() -> read(broken)).as(broken).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void theKneeIsTheLastRateBeforeTheServiceFallsBehind() {
        LoadFigures load =
                new LoadFigures(List.of(step(1, 1, 100), step(2, 2, 120), step(4, 3.9, 180), step(8, 5, 2000)));
        assertThat(load.knee()).hasValue(4);
        assertThat(new LoadFigures(List.of(step(1, 1, 100), step(2, 2, 101))).knee())
                .isEmpty();
        assertThat(LoadFigures.read(load.json().toString())).isEqualTo(load);
        assertThat(load.json().get("offeredRate").asDouble()).isEqualTo(8);
    }

    private static LoadFigures.StepFigures step(double offered, double done, double p95) {
        return new LoadFigures.StepFigures(offered, done, 100, 0, Map.of(500, p95 / 2, 950, p95));
    }

    private static ServiceProfile read(String json) {
        return ServiceProfile.read(json, "p");
    }
}
