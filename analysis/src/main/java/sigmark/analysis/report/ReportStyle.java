package sigmark.analysis.report;

/** The look of the page, light and dark, on screen and on paper. */
final class ReportStyle {
    static final String CSS =
            """
            :root{--ink:#1c2330;--soft:#5b6577;--line:#d8dde6;--paper:#fff;--good:#1a7f4b;--bad:#b3261e;--bar:#4a6fd8;
            --p0:#4a6fd8;--p1:#c2542d;--p2:#2c8f83;--p3:#8a5cc2}
            @media(prefers-color-scheme:dark){:root{--ink:#e4e8f0;--soft:#9aa5b8;--line:#3a4354;--paper:#171c26;
            --good:#5fc992;--bad:#ff8a80;--bar:#8aa6f5;--p0:#8aa6f5;--p1:#e79a78;--p2:#74cdc2;--p3:#bd9be8}}
            body{font:15px/1.5 Pretendard,"Noto Sans KR",system-ui,sans-serif;color:var(--ink);background:var(--paper);
            max-width:1080px;margin:2rem auto;padding:0 1.5rem}
            h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2.2rem}
            table{border-collapse:collapse}th,td{padding:.25rem .9rem;border-bottom:1px solid var(--line);text-align:left}
            th{color:var(--soft);font-weight:600}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .few,.note,.head{color:var(--soft)}svg{width:520px;max-width:100%;display:block;margin:.6rem 0}
            .bar{fill:var(--bar)}.p0{fill:var(--p0)}.p1{fill:var(--p1)}.p2{fill:var(--p2)}.p3{fill:var(--p3)}
            svg text{fill:var(--ink);font-size:11px}.v,.l{text-anchor:middle}
            .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(440px,1fr));gap:1rem}
            .card{border:1px solid var(--line);border-radius:8px;padding:.8rem;overflow:hidden;break-inside:avoid}
            .card img{max-width:100%;background:#fff;border:1px solid var(--line)}.card p{margin:.3rem 0}
            code,.diff{font:13px/1.5 ui-monospace,"D2Coding",monospace;overflow-wrap:anywhere}
            del{color:var(--bad)}ins{color:var(--good)}
            """;

    private ReportStyle() {}
}
