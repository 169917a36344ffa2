package sigmark.labeling.guide.book;

/** How the HTML page looks, on a screen and on paper. */
final class BookStyle {
    static final String CSS =
            """
            body{font:16px/1.6 Pretendard,'Noto Sans KR','Apple SD Gothic Neo','Malgun Gothic',system-ui,sans-serif;color:#1f2328;
            max-width:60rem;margin:2rem auto;padding:0 1.5rem}
            h1{font-size:1.9rem;margin-bottom:0}.edition{color:#57606a;margin-top:.2rem}
            h2{font-size:1.4rem;margin-top:2.5rem;border-bottom:1px solid #d0d7de;padding-bottom:.3rem}
            h3{font-size:1.1rem;margin:2rem 0 .2rem}.id{color:#57606a;font-weight:400;margin-right:.4rem}
            table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #d0d7de;padding:.3rem .8rem;text-align:left}
            th{background:#f6f8fa}code{font:.86em 'JetBrains Mono',ui-monospace,monospace;background:#f6f8fa;padding:.1em .3em;border-radius:4px}
            .chips{margin:.2rem 0 .6rem}.chips span{font-size:.78rem;padding:.1rem .6rem;border-radius:1rem;background:#f6f8fa;color:#57606a}
            .chips .blocking{background:#ffebe9;color:#cf222e}.chips .warning{background:#fffbeb;color:#875a00}
            .chips .checked{background:#ddf4ff;color:#0969da}
            .examples{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.8rem;margin:.8rem 0}
            figure{margin:0;border:1px solid #17722f;border-radius:8px;overflow:hidden;break-inside:avoid}
            figure.bad{border:1px dashed #cf222e}figcaption{font-size:.82rem;padding:.25rem .7rem;background:#dafbe1}
            .bad figcaption{background:#ffebe9}.good b{color:#17722f}.bad b{color:#cf222e}
            figure img{display:block;max-width:calc(100% - 1.4rem);margin:.7rem auto}figure code{display:block;border-radius:0;padding:.3rem .7rem;overflow-wrap:anywhere}
            a{color:#0969da;text-decoration:none}@media print{body{max-width:none;margin:0}h2{break-before:page}article{break-inside:avoid}}
            """;

    private BookStyle() {}
}
