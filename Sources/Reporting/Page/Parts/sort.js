for(const t of document.querySelectorAll("table.sort")){const b=t.tBodies[0];let s=-1,u=1;
const f=()=>{for(const h of b.querySelectorAll("th[rowspan]")){let r=h.parentNode;
for(let n=h.rowSpan;--n;){r=r.nextElementSibling;const c=h.cloneNode(true);
c.removeAttribute("rowspan");r.prepend(c)}h.removeAttribute("rowspan")}};
const n=x=>typeof x==="number",v=(r,i)=>{const c=r.cells[i];if(!c)return"";
return c.dataset.v===undefined?c.textContent:+c.dataset.v};
[...t.tHead.rows[0].cells].forEach((h,i)=>{const k=document.createElement("button");
k.type="button";k.title="Sort by this column";k.setAttribute("aria-label",
"Sort by "+h.textContent);k.textContent="\u2195";h.append(" ",k);k.onclick=()=>{f();
u=s===i?-u:1;s=i;const o=[...b.rows].sort((x,y)=>{const p=v(x,i),q=v(y,i);
return u*(n(p)?n(q)?p-q:1:n(q)?-1:p.localeCompare(q))});
b.append(...o);for(const c of t.tHead.rows[0].cells)c.removeAttribute("aria-sort");
h.setAttribute("aria-sort",u>0?"ascending":"descending")}})}
