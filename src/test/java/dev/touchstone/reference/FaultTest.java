package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That each fault shows, and only where it should, is what the self-tests of the suite are about. */
class FaultTest {

    @Test
    void each_fault_has_a_name_of_its_own_and_breaks_something_somewhere() {
        List<Fault> all = Fault.all();

        assertThat(all).hasSizeGreaterThan(100).extracting(Fault::name).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(fault -> {
            assertThat(fault.breaks()).as(fault.name()).isNotEmpty();
            assertThat(fault.revisions()).as(fault.name()).isNotEmpty();
        });
    }
}
