"""Opens reports in a headless Chromium and holds them to what a reader may expect.

    python look.py PAGE.html...

Each page is opened light and dark, wide and at 360 px. It says what it found wrong, a line each,
and ends with 1 where there is something: violations that axe-core finds, requests beyond the page,
errors of the browser, a page wider than its window, and in pictures what axe-core does not judge:
letters too pale for what lies beneath them, letters over each other or over the edge. At last the
page is opened as a server would send it that allows no script.
"""

import shutil
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

STRICT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

# WCAG 2.2, 1.4.3: 4.5 between letters and what lies beneath them. Beneath a letter lies the topmost
# filled shape around its middle, or the outline that it wears, or the page.
PICTURES = """() => {
  const found = [];
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  const rgb = (color, under) => {
    pen.fillStyle = under; pen.fillRect(0, 0, 1, 1);
    pen.fillStyle = color; pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = color => {
    const [r, g, b] = color.map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + .05) / (y + .05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    if (!svg.getBoundingClientRect().width) continue;
    const name = svg.querySelector('title').textContent;
    const shapes = [...svg.querySelectorAll('rect,path')].filter(
      s => getComputedStyle(s).fill !== 'none');
    const texts = [...svg.querySelectorAll('text')].map(t => [t, t.getBBox()]);
    const view = svg.viewBox.baseVal;
    texts.forEach(([text, box], place) => {
      const says = `'${text.textContent}' in '${name}'`;
      if (box.x < view.x - 1 || box.x + box.width > view.x + view.width + 1
        || box.y < view.y - 1 || box.y + box.height > view.y + view.height + 3)
        found.push(`letters over the edge: ${says}`);
      for (const [other, there] of texts.slice(place + 1)) {
        const across = Math.min(box.x + box.width, there.x + there.width) - Math.max(box.x, there.x);
        const down = Math.min(box.y + box.height, there.y + there.height) - Math.max(box.y, there.y);
        if (across > 1 && down > 4) found.push(`letters over '${other.textContent}': ${says}`);
      }
      const style = getComputedStyle(text);
      const point = svg.createSVGPoint();
      [point.x, point.y] = [box.x + box.width / 2, box.y + box.height / 2];
      let under = rgb(paper, '#fff');
      for (const shape of shapes)
        if (shape.isPointInFill(point)) {
          const own = getComputedStyle(shape);
          const [r, g, b] = rgb(own.fill, '#fff');
          under = rgb(`rgb(${r} ${g} ${b} / ${own.fillOpacity})`, `rgb(${under})`);
        }
      const contrast = ratio(rgb(style.fill, '#fff'), under);
      if (contrast < 4.5) found.push(`contrast ${contrast.toFixed(2)}: ${says}`);
    });
  }
  return found;
}"""

SORTED = """() => {
  const button = document.querySelector('table.sort button');
  if (!button) return document.querySelector('table.sort') ? ['no title sorts'] : [];
  const table = button.closest('table');
  const column = 2;
  const values = () => [...table.tBodies[0].rows].map(r => r.cells[column])
    .map(c => c && c.dataset.v).filter(v => v !== undefined).map(Number);
  table.tHead.rows[0].cells[column].querySelector('button').click();
  const up = values();
  return up.every((v, i) => !i || up[i - 1] <= v) ? [] : ['a press on a title does not sort'];
}"""


def look(page, path, scheme, width):
    """What is wrong with a page in one scheme at one width."""
    found = []
    page.on("request", lambda r: r.url.startswith("file:") or found.append(f"request: {r.url}"))
    page.on("console", lambda m: m.type == "error" and found.append(f"console: {m.text}"))
    page.on("pageerror", lambda e: found.append(f"script: {e}"))
    page.goto(path.resolve().as_uri())
    for violation in Axe().run(page).response["violations"]:
        nodes = ", ".join(str(node["target"][0]) for node in violation["nodes"][:3])
        found.append(f"axe: {violation['id']}: {violation['help']}: {nodes}")
    wide = page.evaluate("document.documentElement.scrollWidth")
    if wide > width:
        found.append(f"{wide} px wide")
    found += page.evaluate(PICTURES)
    found += page.evaluate(SORTED)
    return [f"{path}: {scheme}, {width} px: {what}" for what in found]


def without_script(browser, path):
    """What is wrong with a page whose server allows no script."""
    page = browser.new_page()
    body = path.read_text(encoding="utf-8")
    headers = {"Content-Security-Policy": STRICT, "Content-Type": "text/html; charset=utf-8"}
    page.route("**/*", lambda route: route.fulfill(body=body, headers=headers))
    page.goto("http://report.invalid/")
    buttons = page.evaluate("document.querySelectorAll('button').length")
    sections = page.evaluate("document.querySelectorAll('section h2').length")
    page.close()
    found = [] if sections else ["nothing is shown"]
    found += ["a script ran"] if buttons else []
    return [f"{path}: under {STRICT!r}: {what}" for what in found]


def main(paths):
    """Looks at all pages and says what was found."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    found = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in map(Path, paths):
            for scheme in ("light", "dark"):
                for width in (1200, 360):
                    page = browser.new_page(
                        color_scheme=scheme, viewport={"width": width, "height": 900})
                    found += look(page, path, scheme, width)
                    page.close()
            found += without_script(browser, path)
        browser.close()
    print("\n".join(found) or f"{len(paths)} pages: nothing is wrong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
