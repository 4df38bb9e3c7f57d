/// The one script of the page: a press on a column's title sorts the table by it.
///
/// The page needs it for nothing else. Its policy lets this one text run, by its digest, and no
/// other; where whoever serves the page allows no script at all (`default-src 'none'`), the
/// titles simply stay titles.
enum PageScript {
  /// What the page may load and run: its own style, pictures in itself, and this script.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-\(digest)'"

  /// SHA-256 of `text` in base 64; a test works it out anew.
  static let digest = "/soAalp3m8/shwEMttmxkFAMLaZ+eDwx9B+teeLt+7w="

  /// Rows that share a heading get one each before they are put in another order.
  static let text = """
    for(const t of document.querySelectorAll("table.sort")){const b=t.tBodies[0];let s=-1,u=1;\
    const f=()=>{for(const h of b.querySelectorAll("th[rowspan]")){let r=h.parentNode;\
    for(let n=h.rowSpan;--n;){r=r.nextElementSibling;const c=h.cloneNode(true);\
    c.removeAttribute("rowspan");r.prepend(c)}h.removeAttribute("rowspan")}};\
    const n=x=>typeof x==="number",v=(r,i)=>{const c=r.cells[i];if(!c)return"";\
    return c.dataset.v===undefined?c.textContent:+c.dataset.v};\
    [...t.tHead.rows[0].cells].forEach((h,i)=>{const k=document.createElement("button");\
    k.type="button";k.title="Sort by this column";k.setAttribute("aria-label",\
    "Sort by "+h.textContent);k.textContent="\\u2195";h.append(" ",k);k.onclick=()=>{f();\
    u=s===i?-u:1;s=i;const o=[...b.rows].sort((x,y)=>{const p=v(x,i),q=v(y,i);\
    return u*(n(p)?n(q)?p-q:1:n(q)?-1:p.localeCompare(q))});\
    b.append(...o);for(const c of t.tHead.rows[0].cells)c.removeAttribute("aria-sort");\
    h.setAttribute("aria-sort",u>0?"ascending":"descending")}})}
    """
}
