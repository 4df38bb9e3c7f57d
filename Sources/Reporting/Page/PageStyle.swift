/// The style of the page: colours as variables for light and dark, print in light.
///
/// Lines and areas take the palette of Okabe and Ito ("Color Universal Design", 2008), which
/// readers with any common colour vision tell apart; dashes and hatches say the same again.
enum PageStyle {
  /// The whole style sheet.
  static let text = [colours, layout, tables, pictures, heat, bands, media].joined(separator: "\n")

  private static let colours = """
    :root{color-scheme:light dark;--ink:#1b1d1f;--soft:#565b61;--line:#d4d7da;--paper:#fff;
    --card:#f4f6f7;--accent:#005a8d;--l0:#0072b2;--l1:#d55e00;--l2:#009e73;--l3:#b0568a;
    --l4:#a87200;--l5:#3487b8;--l6:#6a6f75;--l7:#000}
    @media screen and (prefers-color-scheme:dark){:root{--ink:#e9eaec;--soft:#a8aeb5;
    --line:#3b4046;--paper:#15181b;--card:#1f2327;--accent:#7cc4f0;--l0:#56b4e9;--l1:#e69f00;
    --l2:#2bc299;--l3:#de9cc3;--l4:#f0e442;--l5:#ff8a4c;--l6:#a8aeb5;--l7:#fff}}
    """

  private static let layout = """
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);
    font:1rem/1.5 system-ui,-apple-system,"Segoe UI","Liberation Sans",Arial,sans-serif}
    main{max-width:58rem;margin:0 auto;padding:1.5rem 1rem 3rem}
    h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem;overflow-wrap:anywhere}
    h2{font-size:1.25rem;line-height:1.3;margin:0 0 .6rem}
    section{margin-top:2.5rem;padding-top:1.5rem;border-top:1px solid var(--line)}
    p{margin:0 0 .7rem;overflow-wrap:anywhere;max-width:46rem}
    .question{color:var(--soft);font-size:1.1rem}
    .answer p{font-size:1.15rem;border-left:.25rem solid var(--accent);padding-left:.8rem}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12.5rem),1fr));
    gap:.8rem;list-style:none;margin:1.2rem 0 0;padding:0}
    .tiles li{background:var(--card);border-radius:.4rem;padding:.8rem}
    .tiles h2{font-size:.95rem;font-weight:600;margin:0 0 .4rem}
    dl{margin:0}
    dt{color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
    dd{margin:0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    .tiles dd{font-size:1.3rem;font-weight:600;line-height:1.3;margin-bottom:.3rem}
    .remark{font-size:.85rem;color:var(--soft);margin:.2rem 0 0}
    h3{font-size:1rem;margin:1rem 0 .3rem}
    .answer p,header p.question{max-width:none}header .note{margin-top:.4rem}
    header+section{margin-top:1.2rem;padding-top:1rem}
    ul{margin:.3rem 0;padding-left:1.2rem}li{max-width:46rem;overflow-wrap:anywhere}
    a{color:inherit;text-decoration:underline dotted;text-underline-offset:.2em}
    a:focus-visible,summary:focus-visible,button:focus-visible,.scroll:focus-visible{
    outline:2px solid var(--accent);outline-offset:2px}
    details{margin-top:1rem}summary{cursor:pointer;font-size:.9rem}
    button{font:inherit;color:inherit;background:none;border:0;padding:0 .2rem;cursor:pointer}
    .terms{columns:22rem;column-gap:2rem;font-size:.9rem}
    .terms div{margin-bottom:.5rem;break-inside:avoid}.terms dt{font-size:inherit}
    .terms div:target{background:var(--card)}
    .models,.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,17rem),1fr));
    gap:.5rem 1.2rem}
    code{font-family:ui-monospace,"Liberation Mono",monospace;font-size:.9rem;
    overflow-wrap:anywhere}
    """

  private static let tables = """
    .scroll{overflow-x:auto;margin-top:1.2rem}
    .note{font-size:.85rem;color:var(--soft);margin:.3rem 0 0}
    table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;
    min-width:min(100%,36rem)}
    caption{text-align:left;font-weight:600;padding-bottom:.4rem}
    th,td{padding:.25rem .6rem;border-bottom:1px solid var(--line);text-align:right;
    vertical-align:top;white-space:nowrap}
    thead th{color:var(--soft);font-weight:600;vertical-align:bottom;white-space:normal}
    tbody th{font-weight:400}
    tbody th,thead th:first-child{text-align:left;padding-left:0}
    .pairs thead th:nth-child(2){text-align:left}
    .prose th,.prose td,.prose thead th{text-align:left;white-space:normal;vertical-align:top}
    .prose td:nth-of-type(2){white-space:nowrap}
    .pairs tbody th:last-of-type{padding-left:.6rem;color:var(--soft)}
    """

  private static let pictures = """
    figure{margin:1rem 0 0}
    figcaption{margin-bottom:.4rem;max-width:46rem;overflow-wrap:anywhere}
    figure svg{display:block;width:100%;height:auto}
    .narrow{display:none!important}
    .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));
    gap:.6rem 1.2rem}
    .grid figcaption{font-size:.9rem;font-weight:600;margin-bottom:.1rem}
    .legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;margin:.4rem 0;padding:0;
    font-size:.9rem}
    .legend li{overflow-wrap:anywhere;min-width:0}
    .key{width:28px;height:12px;vertical-align:-1px}
    svg text{fill:var(--soft);font-size:12px;font-variant-numeric:tabular-nums}
    .narrow text,.small text{font-size:10.5px}
    svg .strong{fill:var(--ink);font-weight:600}
    .rule{stroke:var(--line);stroke-width:1;fill:none}
    .axis{stroke:var(--soft);stroke-width:1;fill:none}
    .line{fill:none;stroke-width:2;stroke-linejoin:round}
    .small .line{stroke-width:1.6}
    .s0{stroke:var(--l0)}.s1{stroke:var(--l1);stroke-dasharray:7 3}
    .s2{stroke:var(--l2);stroke-dasharray:2 2}.s3{stroke:var(--l3);stroke-dasharray:10 3 2 3}
    .s4{stroke:var(--l4);stroke-width:3.5}.s5{stroke:var(--l5);stroke-dasharray:14 4}
    .s6{stroke:var(--l6);stroke-dasharray:4 4}.s7{stroke:var(--l7);stroke-dasharray:1 4}
    .line.whole{stroke-dasharray:none;stroke-width:1.6}
    .band{fill:var(--l0);stroke:none!important;fill-opacity:.22}.twice{fill-opacity:.4}
    .mark.low{stroke:var(--ink);fill:var(--paper)}
    .mark,.spread{stroke-width:1.4;stroke-linejoin:round}.spread{fill:none;
    stroke-opacity:.5}
    .m0{stroke:var(--l0);fill:var(--l0)}.m1{stroke:var(--l1);fill:var(--l1)}
    .m2{stroke:var(--l2);fill:var(--l2)}.m3{stroke:var(--l3);fill:var(--l3)}
    .m4{stroke:var(--l4);fill:var(--l4)}.m5{stroke:var(--l5);fill:var(--l5)}
    .m6{stroke:var(--l6);fill:var(--l6)}.m7{stroke:var(--l7);fill:var(--l7)}
    .mark.hollow{fill:var(--paper)}
    .area{stroke:var(--ink);stroke-width:.5}
    .hatch{stroke:#fff;stroke-opacity:.75;stroke-width:1.6;fill:none;pointer-events:none}
    .c0,.c10{fill:#009e73}.c1{fill:#e69f00}.c2,.c4{fill:#0072b2}.c3{fill:#56b4e9}
    .c5,.c9{fill:#d55e00}.c6{fill:#cc79a7}.c7{fill:#f0e442}.c8{fill:#999}.c11{fill:#bbb}
    svg .on{fill:#000;paint-order:stroke;stroke-width:4;stroke-linejoin:round;
    pointer-events:none}
    svg .c2t,svg .c4t{fill:#fff;stroke:#0072b2}
    .c0t,.c10t{stroke:#009e73}.c1t{stroke:#e69f00}.c3t{stroke:#56b4e9}.c5t,.c9t{stroke:#d55e00}
    .c6t{stroke:#cc79a7}.c7t{stroke:#f0e442}.c8t{stroke:#999}.c11t{stroke:#bbb}
    """

  /// Eight steps of one hue, from that of the paper on; the letters on each keep a contrast of 4.5.
  private static let heat = """
    :root{--h0:#e8f1fa;--h1:#c9dff2;--h2:#9fc7e8;--h3:#6facd9;--h4:#4a94cc;--h5:#2470ac;
    --h6:#0f538a;--h7:#083764}
    @media screen and (prefers-color-scheme:dark){:root{--h0:#1f2d3b;--h1:#23425e;--h2:#265a85;
    --h3:#2a6ea1;--h4:#4793c9;--h5:#74b1dd;--h6:#a5cfed;--h7:#d8ecfa}}
    .h0{fill:var(--h0)}.h1{fill:var(--h1)}.h2{fill:var(--h2)}.h3{fill:var(--h3)}
    .h4{fill:var(--h4)}.h5{fill:var(--h5)}.h6{fill:var(--h6)}.h7{fill:var(--h7)}
    svg .t0,svg .t1,svg .t2,svg .t3,svg .t4{fill:#111}svg .t5,svg .t6,svg .t7{fill:#fff}
    @media screen and (prefers-color-scheme:dark){svg .t0,svg .t1,svg .t2,svg .t3{fill:#fff}
    svg .t4,svg .t5,svg .t6,svg .t7{fill:#111}}
    """

  private static let bands = """
    .open{fill:var(--l2)}.rest{fill:var(--line)}.feast{fill:var(--l4)}.down{fill:var(--l1)}
    .cut{stroke:var(--ink);stroke-width:1.6;fill:none}
    .change{stroke:var(--ink);stroke-width:1.4;stroke-dasharray:3 2;fill:none}
    .published{stroke:var(--ink);stroke-width:2.2;fill:none}
    """

  private static let media = """
    @media (max-width:40rem){.wide{display:none!important}.narrow{display:block!important}
    h1{font-size:1.4rem}.answer p{font-size:1.05rem}table{font-size:.82rem}
    th,td{padding:.25rem .35rem}.prose{min-width:36rem}}
    @media print{:root{color-scheme:light}@page{size:A4;margin:14mm}body{font-size:10pt}
    main{max-width:none;padding:0}section{margin-top:1rem;padding-top:.8rem}
    h2,h3,.legend,figcaption{break-after:avoid}button{display:none}a{text-decoration:none}
    figure,.tiles li,tr{break-inside:avoid}.scroll{overflow:visible}
    table{font-size:8pt}th,td{padding:.15rem .3rem}
    .grid{grid-template-columns:repeat(3,1fr)}.tiles{grid-template-columns:repeat(4,1fr)}
    .tiles dd{font-size:12pt}caption{break-after:avoid}svg{print-color-adjust:exact}
    .wide{display:block!important}.narrow{display:none!important}}
    """
}
