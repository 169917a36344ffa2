package sigmark.labeling.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.slice.SliceTerm;

/**
 * What queries ask of regions, a column each. The regions of one page lie together; a page that changed is appended
 * anew, its old regions are then waste until the next {@link Columns} are built.
 */
final class RegionColumns {
    /**
     * One row a region, its small facts packed into two numbers by SQLite, for a million rows are read at once. Page
     * by page, in reading order; conditions go before {@link #ORDER}.
     */
    static final String SELECT =
            """
            SELECT region.key, region.page,
                CASE layer WHEN 'human' THEN 0 WHEN 'proposal' THEN 1 ELSE 2 END
                | CASE kind WHEN 'inline' THEN 0 WHEN 'display' THEN 4 WHEN 'chemistry' THEN 8 ELSE 12 END
                | CASE writing WHEN 'printed' THEN 0 ELSE 16 END
                | CASE region.state WHEN 'untouched' THEN 0 WHEN 'labeled' THEN 32 WHEN 'submitted' THEN 64
                    WHEN 'accepted' THEN 96 ELSE 128 END
                | CASE flags WHEN '' THEN 0 ELSE (instr(flags, 'illegible') > 0) * 256
                    | (instr(flags, 'cut-off') > 0) * 512 | (instr(flags, 'not-a-formula') > 0) * 1024 END
                | CASE WHEN layer = 'proposal' AND EXISTS
                    (SELECT 1 FROM region human WHERE human.proposal_id = region.id) THEN 2048 ELSE 0 END
                | (score IS NOT NULL) * 4096
                | (region.tags <> '' OR region.remark <> '' OR work_package IS NOT NULL) * 8192
                | (guide_version << 32) AS facts,
                (changed_at / 86400000) | (latex_length << 32) AS day_and_length,
                person, latex, score, latex_score, detector_hash = '' AS no_detector, recognizer_hash = '' AS no_recognizer,
                region.tags, region.remark, work_package
            FROM region LEFT JOIN proposer ON proposer.key = region.proposer
            """;

    static final String ORDER = " ORDER BY region.page, region.position, region.key";

    private static final Layer[] LAYERS = Layer.values();
    private static final FormulaKind[] KINDS = FormulaKind.values();
    private static final Writing[] WRITINGS = Writing.values();
    private static final LabelState[] STATES = LabelState.values();
    private static final List<RegionFlag> FLAGS = List.of(RegionFlag.values());
    private static final int ACCEPTED = 2048;
    private static final int SCORED = 4096;
    private static final int WITH_TEXTS = 8192;

    final Interned tags = new Interned();
    final Interned remarks = new Interned();
    final Interned packages = new Interned();
    private int size;
    private long[] keys = new long[1024];
    private int[] facts = new int[1024];
    private int[] guides = new int[1024];
    private int[] days = new int[1024];
    private int[] lengths = new int[1024];
    private int[] people = new int[1024];
    private double[] scores = new double[1024];
    private int[] tagSets = new int[1024];
    private int[] remarkNumbers = new int[1024];
    private int[] packageNumbers = new int[1024];
    private int[] latexStarts = new int[1025];
    private byte[] latexBytes = new byte[1 << 16];
    private final TokenMarks tokenMarks = new TokenMarks(this);

    int size() {
        return size;
    }

    /** How many regions the columns have room for. */
    int room() {
        return keys.length;
    }

    TokenMarks tokenMarks() {
        return tokenMarks;
    }

    /** Appends a row of {@link #SELECT}. */
    void append(ResultSet row) throws SQLException {
        ensureRoom();
        int slot = size++;
        keys[slot] = row.getLong(1);
        long packed = row.getLong(3);
        facts[slot] = (int) packed;
        guides[slot] = (int) (packed >> 32);
        long dayAndLength = row.getLong(4);
        days[slot] = (int) dayAndLength;
        lengths[slot] = (int) (dayAndLength >> 32);
        people[slot] = row.getInt(5);
        appendLatex(slot, row.getBytes(6));
        scores[slot] = (facts[slot] & SCORED) != 0 ? lowestScore(row) : Double.NaN;
        boolean texts = (facts[slot] & WITH_TEXTS) != 0;
        tagSets[slot] = texts ? tags.number(row.getString(11)) : 0;
        remarkNumbers[slot] = texts ? remarks.number(SliceTerm.folded(row.getString(12))) : 0;
        @Nullable String workPackage = texts ? row.getString(13) : null;
        packageNumbers[slot] = workPackage == null ? 0 : packages.number(workPackage);
    }

    private static double lowestScore(ResultSet row) throws SQLException {
        double score = row.getDouble(7);
        double latexScore = row.getDouble(8);
        if (row.getBoolean(10)) {
            return score;
        }
        return row.getBoolean(9) ? latexScore : Math.min(score, latexScore);
    }

    private void appendLatex(int slot, byte @Nullable [] latex) {
        int start = latexStarts[slot];
        int length = latex == null ? 0 : latex.length;
        if (latex != null) {
            if (start + length > latexBytes.length) {
                latexBytes = Arrays.copyOf(latexBytes, Math.max(start + length, latexBytes.length * 2));
            }
            System.arraycopy(latex, 0, latexBytes, start, length);
        }
        latexStarts[slot + 1] = start + length;
    }

    long key(int slot) {
        return keys[slot];
    }

    Layer layer(int slot) {
        return LAYERS[facts[slot] & 3];
    }

    boolean isKind(int slot, FormulaKind kind) {
        return KINDS[(facts[slot] >> 2) & 3] == kind;
    }

    boolean isWriting(int slot, Writing writing) {
        return WRITINGS[(facts[slot] >> 4) & 1] == writing;
    }

    LabelState state(int slot) {
        return STATES[(facts[slot] >> 5) & 7];
    }

    static int flagBit(RegionFlag flag) {
        return 256 << FLAGS.indexOf(flag);
    }

    boolean hasFlag(int slot, int flagBit) {
        return (facts[slot] & flagBit) != 0;
    }

    /** Whether it is a proposal that a human region was made from. */
    boolean acceptedProposal(int slot) {
        return (facts[slot] & ACCEPTED) != 0;
    }

    /** Lowest score of the models that it comes from; NaN without one. */
    double score(int slot) {
        return scores[slot];
    }

    boolean doubtful(int slot) {
        return scores[slot] < ProposalOrigin.DOUBT;
    }

    int guide(int slot) {
        return guides[slot];
    }

    int day(int slot) {
        return days[slot];
    }

    int length(int slot) {
        return lengths[slot];
    }

    int person(int slot) {
        return people[slot];
    }

    int tagSet(int slot) {
        return tagSets[slot];
    }

    int remark(int slot) {
        return remarkNumbers[slot];
    }

    int workPackage(int slot) {
        return packageNumbers[slot];
    }

    byte[] latexBytes() {
        return latexBytes;
    }

    int latexStart(int slot) {
        return latexStarts[slot];
    }

    int latexEnd(int slot) {
        return latexStarts[slot + 1];
    }

    String latex(int slot) {
        int start = latexStarts[slot];
        return new String(latexBytes, start, latexStarts[slot + 1] - start, StandardCharsets.UTF_8);
    }

    private void ensureRoom() {
        if (size < keys.length) {
            return;
        }
        int more = size * 2;
        keys = Arrays.copyOf(keys, more);
        facts = Arrays.copyOf(facts, more);
        guides = Arrays.copyOf(guides, more);
        days = Arrays.copyOf(days, more);
        lengths = Arrays.copyOf(lengths, more);
        people = Arrays.copyOf(people, more);
        scores = Arrays.copyOf(scores, more);
        tagSets = Arrays.copyOf(tagSets, more);
        remarkNumbers = Arrays.copyOf(remarkNumbers, more);
        packageNumbers = Arrays.copyOf(packageNumbers, more);
        latexStarts = Arrays.copyOf(latexStarts, more + 1);
    }
}
