internal import PlainWords

/// Searches, filters and sorts the agencies, without a server and without anything from elsewhere.
///
/// The page lets no other script run: its policy names this one by its hash. Without scripts all agencies are listed.
enum PageScript {
  static let element: HTML = "<script>\(HTML(stringLiteral: text))</script>"

  /// Of `text`, in base 64; a test holds it against that.
  static let hash = "sha256-El61AHX6PslE2YWSDU/Znpv2JO1bnW5CLQz4A24lq4k="

  static let text = """

    "use strict";
    (() => {
      const by = (id) => document.getElementById(id);
      const box = by("find"), table = document.querySelector("#coverage table");
      if (!box || !table) return;
      const few = 60, body = table.tBodies[0], rows = [...body.rows];
      const heads = [...table.tHead.rows[0].cells], sums = [...table.tFoot.rows[0].cells];
      let order = rows, column = -1, isUp = false;
      const grouped = (number) => String(number).replace(/\\B(?=(\\d{3})+$)/g, ",");
      const number = (row, at) => { const n = row.cells[at].dataset.n; return n === undefined ? null : Number(n); };
      const text = (row, at) => row.cells[at].textContent;
      const show = () => {
        const name = by("find-name").value.trim().toLowerCase(), province = by("find-province").value, state = by("find-state").value;
        const found = order.filter((row) => (!name || text(row, 0).toLowerCase().includes(name))
          && (!province || text(row, 1) === province) && (!state || row.dataset.s.includes(state)));
        const shown = new Set(by("find-all").checked ? found : found.slice(0, few));
        for (const row of rows) row.hidden = !shown.has(row);
        for (let at = 2; at < sums.length - 1; at += 1) {
          const numbers = found.map((row) => number(row, at)).filter((n) => n !== null);
          sums[at].textContent = numbers.length ? grouped(numbers.reduce((a, b) => a + b, 0)) : "";
        }
        const cut = found.length - shown.size;
        by("found").textContent = `${grouped(found.length)} 个机关 agencies` + (cut > 0 ? `，列出前 ${few} 个 the first ${few} are listed` : "");
      };
      const sort = (at) => {
        isUp = at === column ? !isUp : at < 2;
        column = at;
        const sign = isUp ? 1 : -1;
        const compare = (a, b) => {
          if (at < 2) { const [x, y] = [text(a, at), text(b, at)]; return x < y ? -sign : x > y ? sign : 0; }
          const [x, y] = [number(a, at), number(b, at)];
          return x === null || y === null ? (x === null) - (y === null) : sign * (x - y);
        };
        order = [...rows].sort(compare);
        body.append(...order);
        heads.forEach((head, index) => head.setAttribute("aria-sort", index !== at ? "none" : isUp ? "ascending" : "descending"));
        show();
      };
      heads.forEach((head, at) => {
        head.tabIndex = 0;
        head.addEventListener("click", () => sort(at));
        head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(at); });
      });
      for (const id of ["find-name", "find-province", "find-state", "find-all"]) by(id).addEventListener("input", show);
      box.hidden = false;
      show();
    })();

    """
}
