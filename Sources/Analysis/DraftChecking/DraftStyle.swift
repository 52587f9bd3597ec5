internal import PlainWords

/// How the checks look in a browser and on paper.
enum DraftStyle {
  static let element: HTML = "<style>\(HTML(stringLiteral: css))</style>"

  private static let css = """

    :root{--error:#c0161d;--warning:#b35900;--note:#0a5fa5;--line:#d8dde2;--dim:#59626b}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:60rem;padding:1rem;color:#1c2126;background:#fff;
    font:15px/1.6 system-ui,-apple-system,"PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif}
    h1{font-size:1.4rem}h2{font-size:1.2rem;margin:0}h3{font-size:1rem;margin:1.2rem 0 .3rem}
    section{border-top:2px solid var(--line);margin-top:1.5rem;padding-top:1rem}
    p{margin:.2rem 0}.file{color:var(--dim);font-size:.87rem;overflow-wrap:anywhere}.verdict{font-weight:600;font-size:1.1rem}
    ol{padding-left:2rem;margin:.3rem 0}ul{padding-left:1.2rem;margin:.1rem 0;color:#333}li{margin:.35rem 0}li li{margin:0}
    li:target{background:#fff6d6}
    h3.error{color:var(--error)}h3.warning{color:var(--warning)}h3.note{color:var(--note)}
    table{border-collapse:collapse;font-size:.87rem}th,td{padding:.15rem .5rem;border:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
    th{font-weight:600}.facts th{white-space:nowrap;color:var(--dim)}td.n{text-align:right;font-variant-numeric:tabular-nums}
    details{margin:.2rem 0;font-size:.9rem}summary{cursor:pointer;color:var(--dim)}
    figure{margin:1.2rem 0}figcaption{color:var(--dim);font-size:.87rem}
    .page{position:relative;border:1px solid var(--line);line-height:0}.page img{width:100%;height:auto}
    .frame{position:absolute;outline:2px solid;outline-offset:1px}
    .frame span,.mark span{font:600 11px/1.2 system-ui,sans-serif;color:#fff;padding:0 3px;border-radius:2px}
    .frame span{position:absolute;right:100%;bottom:100%;margin:0 1px 1px 0}
    .frame.error{outline-color:var(--error)}.frame.warning{outline-color:var(--warning)}.frame.note{outline-color:var(--note);outline-width:1px}
    .error span{background:var(--error)}.warning span{background:var(--warning)}.note span{background:var(--note)}
    .scroll{overflow-x:auto}.grid td{text-align:right;min-width:3.2rem;font-variant-numeric:tabular-nums}.grid th{font-weight:400}.grid .none{background:#f4f6f7}
    .grid .mark{box-shadow:inset 0 0 0 2px}.grid .mark.error{color:var(--error)}.grid .mark.warning{color:var(--warning)}.grid .mark.note{color:var(--note)}
    .mark a{float:left;text-decoration:none;line-height:1}
    @media print{details{display:none}figure,tr{break-inside:avoid}}

    """
}
