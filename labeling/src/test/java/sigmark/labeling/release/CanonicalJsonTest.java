package sigmark.labeling.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** One document has one spelling. */
class CanonicalJsonTest {
    @Test
    void keysAreSortedBlanksDroppedAndNumbersPlain() throws Exception {
        String written = canonical("{\"b\": [1, 2.50, 1e3, -0.0], \"a\": {\"z\": null, \"é\": true}}");
        assertThat(written).isEqualTo("{\"a\":{\"z\":null,\"é\":true},\"b\":[1,2.5,1000,0]}");
        assertThat(canonical(written)).isEqualTo(written);
    }

    @Test
    void textsEscapeOnlyWhatJsonAsksFor() throws Exception {
        assertThat(canonical("\"\\u0041\\/\\n\\u0001\\\\ 한\"")).isEqualTo("\"A/\\n\\u0001\\\\ 한\"");
    }

    @Test
    void theHashIsThatOfTheUtf8Bytes() {
        assertThat(CanonicalJson.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static String canonical(String json) throws Exception {
        return CanonicalJson.write(new ObjectMapper().readTree(json));
    }
}
