// Adds stepping, filtering, copying and sorting. Every page reads without it.
(function () {
  "use strict";
  var d = document, root = d.documentElement, body = d.body;
  function $(s) { return d.querySelector(s); }
  function all(s) { return Array.prototype.slice.call(d.querySelectorAll(s)); }
  function store(key, value) {
    try {
      if (value === undefined) return localStorage.getItem(key);
      localStorage.setItem(key, value);
    } catch (e) { return null; }
  }
  var data = JSON.parse($("#audit-data").textContent);

  var theme = store("audit-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  $("#theme").addEventListener("click", function () {
    var now = root.dataset.theme || (matchMedia("(prefers-color-scheme:dark)").matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    store("audit-theme", root.dataset.theme);
  });

  var help = $("#help"), keys = $("#keys-on");
  $("#help-open").addEventListener("click", function () { help.showModal(); });
  keys.checked = store("audit-keys") !== "off";
  keys.addEventListener("change", function () { store("audit-keys", keys.checked ? "on" : "off"); });

  var toast = $("#toast"), fading;
  function say(text) {
    toast.textContent = text;
    toast.classList.add("show");
    clearTimeout(fading);
    fading = setTimeout(function () { toast.classList.remove("show"); }, 1800);
  }
  function copy(text) {
    function plainly() {
      var area = d.createElement("textarea"), done = false;
      area.value = text; area.className = "vh"; body.append(area); area.select();
      try { done = d.execCommand("copy"); } catch (e) { done = false; }
      area.remove();
      say(done ? toast.dataset.copied : toast.dataset.failed);
    }
    if (!navigator.clipboard || !isSecureContext) return plainly();
    navigator.clipboard.writeText(text).then(function () { say(toast.dataset.copied); }, plainly);
  }

  addEventListener("beforeprint", function () {
    all("details").forEach(function (x) { x.dataset.was = x.open ? "1" : ""; x.open = true; });
  });
  addEventListener("afterprint", function () {
    all("details").forEach(function (x) { x.open = !!x.dataset.was; });
  });

  var actions = { "?": function () { help.showModal(); } };
  d.addEventListener("keydown", function (e) {
    if (!keys.checked || e.ctrlKey || e.metaKey || e.altKey || help.open) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) && e.target.type !== "checkbox") return;
    if (!Object.prototype.hasOwnProperty.call(actions, e.key)) return;
    actions[e.key]();
    e.preventDefault();
  });

  if (body.classList.contains("article")) article();
  else index();

  function article() {
    var notes = all(".f"), marks = all("mark"), off = [], opened = null;
    var acts = $("#acts").content, position = $("#position"), byNumber = {}, classes = {};
    notes.forEach(function (n) {
      byNumber[n.dataset.n] = n;
      classes[n.dataset.n] = Array.prototype.filter.call(n.classList, function (c) { return c !== "f"; });
    });
    function shown(number) {
      return !classes[number].some(function (c) { return off.indexOf(c) >= 0; });
    }
    function visible() { return notes.filter(function (n) { return shown(n.dataset.n); }); }
    function tell() {
      var seen = visible(), at = seen.indexOf($(".f.on"));
      position.textContent = at >= 0
        ? position.dataset.of.replace("{i}", at + 1).replace("{n}", seen.length)
        : seen.length === 1 ? position.dataset.one : position.dataset.all.replace("{n}", seen.length);
    }
    function select(note, focus) {
      all(".on").forEach(function (x) { x.classList.remove("on"); });
      note.classList.add("on");
      var fold = note.querySelector("details");
      if (opened && opened !== fold) opened.open = false;
      opened = fold.open ? null : fold;
      fold.open = true;
      equip(note);
      marks.forEach(function (m) {
        if (m.dataset.f.split(" ").indexOf(note.dataset.n) >= 0) m.classList.add("on");
      });
      tell();
      history.replaceState(null, "", "#" + note.id);
      note.scrollIntoView({ block: "center" });
      if (focus) note.querySelector("summary").focus({ preventScroll: true });
    }
    // Buttons come when a note is opened: hundreds of closed ones need none.
    function equip(note) {
      if (!note.querySelector(".acts")) note.querySelector(".more").append(acts.cloneNode(true));
    }
    d.addEventListener("toggle", function (e) {
      var note = e.target.open && e.target.closest(".f");
      if (note) equip(note);
    }, true);
    function step(by) {
      var seen = visible();
      if (!seen.length) return;
      var at = seen.indexOf($(".f.on"));
      select(seen[at < 0 ? (by > 0 ? 0 : seen.length - 1) : (at + by + seen.length) % seen.length], true);
    }
    // A mark shows the weightiest of its findings that the filters leave.
    function filter() {
      off = all(".chip input:not(:checked)").map(function (x) { return x.dataset.off; });
      all(".chip input").forEach(function (x) { body.classList.toggle("off-" + x.dataset.off, !x.checked); });
      marks.forEach(function (m) {
        var first = m.dataset.f.split(" ").filter(shown)[0];
        if (first) m.className = classes[first].join(" ");
        else m.removeAttribute("class");
      });
      all(".on").forEach(function (x) { if (!visible().includes(x)) x.classList.remove("on"); });
      tell();
    }
    function found(note) {
      var id = note.id.slice(2);
      return data.findings.filter(function (f) { return f.id === id; })[0];
    }
    function words(note, selector) {
      var element = note.querySelector(selector);
      return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
    }
    function plain(note) {
      var f = found(note), level = $("#s-" + f.severity + " ~ span").textContent;
      return ["[" + level + "] " + words(note, ".t") + " (" + words(note, "code") + ", " + words(note, ".at") + ", " + words(note, ".pt") + ")",
        f.text ? "“" + f.text + "”" : "", words(note, ".msg"), words(note, ".do"), words(note, ".why")]
        .filter(Boolean).join("\n");
    }
    notes.forEach(function (n) { if (n.querySelector("details").open) equip(n); });
    d.addEventListener("change", function (e) { if (e.target.dataset.off) filter(); });
    $("#next").addEventListener("click", function () { step(1); });
    $("#previous").addEventListener("click", function () { step(-1); });
    d.addEventListener("click", function (e) {
      var note = e.target.closest(".f"), mark = e.target.closest("mark"), ref = e.target.closest(".ref a");
      if (e.target.closest("[data-copy]")) copy(plain(note));
      else if (e.target.closest("[data-link]")) copy(location.href.split("#")[0] + "#" + note.id);
      else if (ref) { e.preventDefault(); select(byNumber[ref.dataset.f], true); }
      else if (mark && getSelection().isCollapsed) {
        var first = mark.dataset.f.split(" ").filter(shown)[0];
        if (first) select(byNumber[first], false);
      }
    });
    // Copying a stretch of text leaves notes, badges and paragraph numbers behind.
    $("#text").addEventListener("copy", function (e) {
      var range = getSelection().rangeCount && getSelection().getRangeAt(0);
      if (!range || e.target.closest && e.target.closest(".notes")) return;
      var part = range.cloneContents(), paragraphs = part.querySelectorAll("p[id]");
      if (!paragraphs.length) return;
      Array.prototype.forEach.call(part.querySelectorAll(".ref,.notes,.pn"), function (x) { x.remove(); });
      e.clipboardData.setData("text/plain", Array.prototype.map.call(paragraphs, function (p) {
        return p.textContent;
      }).join("\n\n"));
      e.preventDefault();
    });
    actions.j = function () { step(1); };
    actions.k = function () { step(-1); };
    actions.c = function () { var note = $(".f.on"); if (note) copy(plain(note)); };
    actions.x = function () { body.classList.toggle("bare"); };
    function arrive() {
      var note = /^#f-/.test(location.hash) && d.getElementById(location.hash.slice(1));
      if (note) select(note, false);
    }
    addEventListener("hashchange", arrive);
    arrive();
  }

  // Rows: [address, title, path, score, verdict, blocking, warnings, notes, language, published]
  function index() {
    var table = $("#list");
    if (!table) return;
    var rows = data.rows, at = 0, size = 100, by = 3, up = true, query = "";
    var tbody = table.tBodies[0], heads = all("#list th[data-by]");
    var search = $("#search"), back = $("#newer"), on = $("#older"), shown = $("#shown"), none = $("#none");
    var empty = table.dataset.none;
    function key(row) {
      var value = row[by];
      return value !== null ? value : by === 3 ? -1 : "";
    }
    function order(a, b) {
      var x = key(a), y = key(b), sign = up ? 1 : -1;
      var way = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
      return way * sign || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
    }
    function cell(tr, text, name) {
      var td = d.createElement("td");
      if (name) td.className = name;
      td.textContent = text;
      tr.append(td);
      return td;
    }
    function draw() {
      var fit = rows.filter(function (r) { return !query || (r[1] + " " + r[2]).toLowerCase().includes(query); });
      fit.sort(order);
      if (at >= fit.length) at = 0;
      tbody.textContent = "";
      fit.slice(at, at + size).forEach(function (r) {
        var tr = d.createElement("tr"), a = d.createElement("a"), path = d.createElement("span");
        cell(tr, r[3] === null ? empty : String(r[3]).replace(".", table.dataset.decimal), "num points");
        var td = cell(tr, "", "");
        a.className = "name"; a.href = r[0]; a.dir = "auto"; a.textContent = r[1];
        path.className = "fine"; path.textContent = r[2];
        td.append(a, path);
        cell(tr, table.dataset[r[4]], r[4]);
        [5, 6, 7].forEach(function (i) { cell(tr, r[i] || empty, i === 5 ? "num narrow" : "num extra"); });
        cell(tr, data.words[r[8] || ""] || empty, "extra");
        cell(tr, data.words[r[9]] || empty, "extra");
        tbody.append(tr);
      });
      heads.forEach(function (th) {
        if (+th.dataset.by === by) th.setAttribute("aria-sort", up ? "ascending" : "descending");
        else th.removeAttribute("aria-sort");
      });
      none.hidden = fit.length > 0;
      back.disabled = at === 0;
      on.disabled = at + size >= fit.length;
      shown.textContent = fit.length ? shown.dataset.text.replace("{from}", at + 1)
        .replace("{to}", Math.min(at + size, fit.length)).replace("{count}", fit.length) : "";
    }
    heads.forEach(function (th) {
      th.querySelector("button").addEventListener("click", function () {
        var column = +th.dataset.by;
        up = column === by ? !up : column < 5 || column > 7;
        by = column; at = 0;
        draw();
      });
    });
    search.addEventListener("input", function () { query = search.value.trim().toLowerCase(); at = 0; draw(); });
    back.addEventListener("click", function () { at = Math.max(0, at - size); draw(); });
    on.addEventListener("click", function () { at += size; draw(); });
    actions["/"] = function () { search.focus(); };
    draw();
  }
})();
