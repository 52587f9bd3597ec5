internal import PlainWords

/// How the page looks: on a phone, on a screen in light and dark, on A4.
enum PageStyle {
  static let element: HTML = "<style>\(HTML(stringLiteral: css))</style>"

  /// After Okabe and Ito: told apart with any kind of colour vision; the index is that of a chart's category.
  private static let palette = [
    "#0072b2", "#56b4e9", "#d55e00", "#e69f00", "#cc79a7", "#8c8c8c", "#009e73", "#f0e442",
    "#6f8294",
  ]
  /// Numbers on a dark colour are white.
  private static let dark: Set = [0]

  private static let colours = palette.enumerated().map { index, colour in
    ".c\(index){fill:\(colour);background:\(colour)}svg .t\(index){fill:\(dark.contains(index) ? "#fff" : "#000")}\n"
  }.joined()

  private static let light = """
    --bg:#fff;--ink:#1c2126;--dim:#59626b;--line:#d8dde2;--soft:#f4f6f7;--link:#005f99;--bar:#0072b2;--warn:#b34700;--shade:#0004
    """
  private static let night = """
    --bg:#15181b;--ink:#e4e7ea;--dim:#9ba5ae;--line:#373e45;--soft:#1e2327;--link:#7cc4f2;--bar:#56b4e9;--warn:#ff9d5c;--shade:#fff5
    """

  private static let css = """

    :root{color-scheme:light dark;\(light)}
    @media (prefers-color-scheme:dark){:root{\(night)}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;max-width:62rem;padding:1.25rem 1rem 3rem;background:var(--bg);color:var(--ink);
    font:15px/1.6 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei",sans-serif;
    font-variant-numeric:tabular-nums}
    h1{font-size:1.5rem;line-height:1.35;margin:.2rem 0 .6rem}h2{font-size:1.2rem;margin:0 0 .5rem}h3{font-size:1rem;margin:1.4rem 0 .4rem}
    h1 .en{display:block;font-size:.9rem}
    .en{color:var(--dim);font-size:.82em;font-weight:400}
    p{margin:.4rem 0}a{color:var(--link)}code,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.88em}
    section{border-top:1px solid var(--line);margin-top:2rem;padding-top:1.25rem}
    .notes,.say,figcaption{color:var(--dim);font-size:.87rem}.notes{padding-left:1.2rem;margin:.4rem 0}
    .tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(12.5rem,1fr));gap:.6rem;margin:1.2rem 0;padding:0;list-style:none}
    .tiles li{background:var(--soft);border-radius:6px;padding:.6rem .8rem;min-width:0}
    .tiles b{display:block;font-size:1.5rem;line-height:1.3;font-weight:600;overflow-wrap:anywhere}
    .tiles .en,.tiles small{display:block;line-height:1.35}.tiles small{color:var(--dim);font-size:.78rem}
    nav ol{columns:2 17rem;column-gap:2.8rem;padding-left:1.6rem;margin:.8rem 0;font-size:.92rem}nav a{text-decoration:none}
    figure{margin:1rem 0 1.4rem}figcaption{margin-top:.4rem}
    svg{display:block;overflow:visible}svg text{fill:var(--ink);font-size:13px}svg .sub{fill:var(--dim);font-size:11px}
    .key{display:flex;flex-wrap:wrap;gap:.15rem 1rem;margin:.4rem 0 .7rem;padding:0;list-style:none;font-size:.87rem}
    .key i{display:inline-block;width:.8em;height:.8em;margin-right:.4em;border-radius:2px}
    .bars{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem .8rem;align-items:center}
    .bars small{color:var(--dim)}.bars svg rect{stroke:var(--bg);stroke-width:1}.bars svg text{font-size:12px}
    .scroll{overflow-x:auto;margin:.6rem 0;background:linear-gradient(to right,var(--bg) 1.5rem,transparent) left/3rem 100% no-repeat local,linear-gradient(to left,var(--bg) 1.5rem,transparent) right/3rem 100% no-repeat local,linear-gradient(to right,var(--shade),transparent) left/.8rem 100% no-repeat scroll,linear-gradient(to left,var(--shade),transparent) right/.8rem 100% no-repeat scroll}.scroll:focus-visible{outline:2px solid var(--link)}
    table{border-collapse:collapse;font-size:.87rem;width:100%}
    th,td{padding:.22rem .5rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    th{font-weight:600}thead th{vertical-align:bottom;line-height:1.3}thead .en{display:block}td.n,th.n{text-align:right;white-space:nowrap}thead th{word-break:keep-all}thead th.n{white-space:normal;min-width:3.6rem}
    tbody th{font-weight:400}
    .warn{color:var(--warn)}.name{max-width:16rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
    .file{max-width:20rem;min-width:11rem;overflow-wrap:anywhere}.wide{min-width:8.5rem}.wide .en{display:block;line-height:1.35}
    .clip{display:block;max-width:24rem;max-height:4.8em;overflow:hidden;overflow-wrap:anywhere}
    .grid{width:auto}.grid td,.grid thead th+th{text-align:center;min-width:2.6rem;padding-left:.2rem;padding-right:.2rem}
    .grid tbody th,.grid tfoot th{position:sticky;left:0;background:var(--bg);max-width:17rem}
    .grid td{white-space:nowrap}.grid td.place,.grid thead th:nth-child(2){text-align:left;white-space:nowrap}.grid tfoot td,.grid tfoot th{font-weight:600;border-top:2px solid var(--line)}
    th[aria-sort],th[tabindex]{cursor:pointer}th[aria-sort=ascending]::after{content:" ↑"}th[aria-sort=descending]::after{content:" ↓"}[hidden]{display:none!important}
    .find{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:.6rem 0;font-size:.87rem}.find label{display:block}.find .check{padding-bottom:.3rem}
    .find input[type=search],.find select{display:block;width:13rem;max-width:100%;padding:.3rem .4rem;font:inherit;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:4px}.find output{color:var(--dim);padding-bottom:.3rem}
    .files{margin:.3rem 0 .6rem;padding-left:1.2rem;font-size:.87rem}.files .clip{display:inline}.files small{color:var(--dim)}
    .proof{min-width:9.5rem}.gap{color:var(--warn)}.done{color:var(--bar)}
    h3 small{font-weight:400}th code{overflow-wrap:anywhere}td.bar{width:34%;min-width:5rem;vertical-align:middle}td.bar rect{fill:var(--bar)}
    details{margin:.4rem 0}summary{cursor:pointer;color:var(--dim);font-size:.87rem}
    .flow path{fill-opacity:.45}
    \(colours)svg .t{font-weight:600;text-anchor:middle;dominant-baseline:central}
    @media (max-width:34rem){body{padding:.8rem .8rem 2rem;font-size:14px}.tiles{grid-template-columns:repeat(2,1fr)}.grid tbody th,.grid tfoot th{max-width:9rem}.name{max-width:10rem}
    .cards thead{display:none}.cards,.cards tbody,.cards tr,.cards td,.cards tbody th{display:block}.cards td{border:0;padding:.05rem .5rem}.cards td:first-child{padding-top:.5rem}.cards td:last-child{border-bottom:1px solid var(--line);padding-bottom:.5rem}.cards .name,.cards .file{max-width:none}.cards .name bdi{display:block;overflow:hidden;text-overflow:ellipsis}.cards br{display:none}.cards .file .clip,.cards td[data-l] .clip{display:inline}.cards .clip+.clip::before{content:"; "}.cards td.n{text-align:left;white-space:normal}.cards td[data-l]::before{content:attr(data-l) " ";color:var(--dim);font-size:.82em}
    .find label{flex:1 1 45%}.find input[type=search],.find select{width:100%}
    .bars{gap:.35rem .5rem}td.bar{width:22%;min-width:3rem}.wide{min-width:7.5rem}}
    @page{size:A4;margin:14mm 13mm}
    @media print{:root{color-scheme:light;\(light)}body{max-width:none;padding:0;font-size:9.5pt}
    section{margin-top:1.2rem;padding-top:.8rem}h2,h3,summary{break-after:avoid}figure,.tiles li,.bars,tr{break-inside:avoid}
    nav,.find label{display:none}tfoot{display:table-row-group}.scroll{overflow:visible;background:none}table{font-size:8.2pt}th,td{padding:.14rem .3rem}.grid tbody th,.grid tfoot th{position:static}.grid{font-size:7.4pt}.grid td,.grid th{padding-left:.12rem;padding-right:.12rem;min-width:0}.grid thead th+th{min-width:0}
    .tiles{grid-template-columns:repeat(4,1fr)}.tiles b{font-size:1.2rem}.file{min-width:0;max-width:none}a{color:inherit;text-decoration:none}details::details-content{content-visibility:visible;display:block}
    i,rect,path{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

    """
}
