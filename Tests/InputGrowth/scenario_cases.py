"""Scenario files: the text of YAML, then section by section."""

from case import Case, lines, row, scenario

FAR = "Q{0:07d}Q"


def branches(size: int, more: str = "") -> str:
    """So many branches."""
    return lines(
        size,
        lambda n: f"  B{n}: {{zone: Europe/London, calendar: GBENG, opens: 09:00, closes: 17:00{more}}}",
    )


# A corridor between two of many branches; from any to any they would be too many.
ONE_WAY = "\n  - {from: B0, to: B1, currency: USD, hops: [{system: CHIPS, processing: 10min}]}"


def whole(text: str) -> dict:
    """The small scenario with a text behind its end."""
    files = scenario()
    return {name: content + text for name, content in files.items()}


TEXT = [
    Case("comments", 40_000, lambda n: whole("# a comment\n" * n), code=0),
    Case("a long plain text", 60_000, lambda n: scenario(title="word " * n), code=0),
    Case("a long quoted text", 60_000, lambda n: scenario(title='"' + "\\u00e9" * n + '"'), code=0),
    Case("brackets in brackets", 60_000, lambda n: scenario(title="[" * n)),
    Case("unknown keys", 4_000, lambda n: whole("".join(f"k{k}: 1\n" for k in range(n))), is_of_few=True),
    Case("anchors", 4_000, lambda n: scenario(expect="[" + row(n, lambda k: f"&a{k} x") + "]")),
    Case("aliases of a list", 2_000, lambda n: scenario(title="&a [b, c]", expect="[" + row(n, lambda _: "*a") + "]"), is_of_few=True),
    Case("an alias of aliases", 20, lambda n: scenario(expect="\n  - &a0 [x, x, x, x]" + lines(n, lambda k: f"  - &a{k + 1} [{row(4, lambda _: f'*a{k}')}]"))),
    Case("keys between quotes on one line", 10_000, lambda n: scenario(title="{" + row(n, lambda k: f"'k{k}': v") + "}"), is_of_few=True),
]

WORLD = [
    Case("rates of pairs", 200, lambda n: scenario(exchange_rates="\n  reporting-currency: USD\n  rates:" + lines(n, lambda k: f"    {pair(k)}: 1.5")), code=65),
    Case("volatilities of unknown pairs", 1_200, lambda n: rates("volatility:" + lines(n, lambda k: f"    {pair(k)}: 5%"))),
    Case("correlations of pairs", 1_000, lambda n: rates("volatility: {EUR/USD: 5%, GBP/USD: 5%}\n  correlations:" + lines(n, lambda k: f"    - {{pairs: [EUR/USD, GBP/USD], correlation: 0.{k % 9 + 1}}}"))),
    Case("one pair again and again", 2_000, lambda n: rates(f"volatility: {{EUR/USD: 5%}}\n  correlations: [{{pairs: [{row(n, lambda _: 'EUR/USD')}], correlation: 0.5}}]")),
    Case("calendars", 100, lambda n: scenario(calendars=lines(n, lambda k: f"  C{k}: {{years: 2026, holidays: [{{date: 2026-03-06}}]}}"))),
    Case("calendars of unknown names", 1_000, lambda n: scenario(calendars=lines(n, lambda k: f"  C{k}: {{based-on: [{FAR.format(k)}]}}"))),
    Case("calendars based on one", 200, lambda n: scenario(calendars=f"\n  C: {{based-on: [{row(n, lambda _: 'GBENG')}]}}")),
    Case("holidays", 1_500, lambda n: scenario(calendars="\n  C: {years: 2020-2080, holidays: [" + row(n, lambda k: f"{{date: {2020 + k // 336 % 60}-{k // 28 % 12 + 1:02}-{k % 28 + 1:02}, name: N{k}}}") + "]}"), is_of_few=True),
    Case("extra holidays of unknown calendars", 1_000, lambda n: scenario(extra_holidays=lines(n, lambda k: f"  {FAR.format(k)}: [{{date: 2026-03-06}}]"))),
    Case("systems", 600, lambda n: scenario(systems=lines(n, lambda k: f"  S{k}: {{currency: USD, zone: UTC, calendar: USFED, opens: 09:00, closes: 17:00}}"))),
    Case("branches", 300, lambda n: scenario(branches=branches(n)), code=65),
    Case("zones of unknown names", 200, lambda n: scenario(branches=lines(n, lambda k: f"  B{k}: {{zone: {FAR.format(k)}, calendar: GBENG, opens: 09:00, closes: 17:00}}"))),
    Case("pools of one branch", 600, lambda n: scenario(pools=lines(n, lambda _: "  - {branch: NYC, currency: USD, system: CHIPS, opening-balance: 5M, funding-rate: 1bp, day-count: ACT/360}"))),
    Case("pools of unknown branches among many", 200, lambda n: scenario(branches=branches(n), pools=lines(n, lambda k: f"  - {{branch: {FAR.format(k)}, currency: USD, system: CHIPS, opening-balance: 5M, funding-rate: 1bp, day-count: ACT/360}}")), is_of_few=True),
    Case("correspondents", 500, lambda n: scenario(correspondents=lines(n, lambda k: f"  C{k}: {{zone: UTC, calendar: USFED, opens: 09:00, closes: 17:00}}"), corridors=lines(n, lambda k: f"  - {{from: NYC, to: LDN, currency: USD, alternative: {'true' if k else 'false'}, hops: [{{correspondent: C{k}, system: CHIPS, processing: 1min}}]}}")), code=0),
    Case("corridors alike", 600, lambda n: scenario(corridors=lines(n, lambda _: "  - {from: NYC, to: LDN, currency: USD, hops: [{system: CHIPS, processing: 1min}]}"))),
    Case("hops", 1_000, lambda n: scenario(corridors="\n  - {from: any, to: any, currency: USD, hops: [" + row(n, lambda _: "{correspondent: C, system: CHIPS, processing: 1min}") + "]}")),
    Case("disturbances", 300, lambda n: scenario(disturbances=lines(n, lambda k: "  - holiday: {system: CHIPS, date: 2026-03-07}"))),
]


def pair(place: int) -> str:
    """A pair of two currencies, another for each place below 3,000."""
    codes = "USD EUR GBP JPY CHF AUD CAD SGD HKD CNY INR AED BRL MXN ZAR SEK NOK DKK PLN CZK HUF RON BGN ISK TRY ILS THB IDR MYR PHP KRW TWD NZD VND PKR LKR EGP KES NGN GHS MAD TND QAR SAR KWD BHD OMR JOD UYU CLP COP PEN ARS BOB PYG".split()
    first, second = divmod(place, len(codes) - 1)
    others = [code for code in codes if code != codes[first % len(codes)]]
    return f"{codes[first % len(codes)]}/{others[second]}"


def rates(more: str) -> dict:
    """The small scenario with exchange rates and something more of them."""
    return scenario(exchange_rates="\n  reporting-currency: USD\n  rates: {EUR/USD: 1.1, GBP/USD: 1.3}\n  " + more)


def listed(size: int, identity, at: str = "2026-03-05T12:00:00Z", end: str = "LDN") -> dict:
    """So many listed payments."""
    return scenario(flows="\n  given:\n    payments:" + lines(size, lambda k: f"      - {{id: {identity(k)}, at: {at}, from: NYC, to: {end}, currency: USD, amount: 5}}"))


def flow(name: str, more: str = "", ends: str = "from: NYC, to: LDN", amount: str = "constant: 25k") -> str:
    """A generated flow."""
    return f"\n  {name}: {{{ends}, currency: USD, arrivals: 1 per day, amount: {{{amount}}}{more}}}"


def axis(values: str, more: str = "") -> dict:
    """A sweep of one axis."""
    return scenario(sweep="\n  axes: {floor: {path: scenario, values: " + values + "}}" + more)


def model(more: str) -> dict:
    """The small scenario with something more of its model."""
    return scenario(models="\n  batch: {rail: correspondent, " + more + "}")


PAYMENTS = [
    Case("one name again and again in a list", 4_000, lambda n: scenario(flows=flow("f", ends=f"from: [{row(n, lambda _: 'NYC')}], to: LDN")), is_of_few=True),
    Case("flows", 300, lambda n: scenario(flows="".join(flow(f"f{k}") for k in range(n))), code=0),
    Case("flows whose volumes move", 200, lambda n: scenario(flows="".join(flow(f"f{k}", ", volume-sigma: 0.2") for k in range(n))), code=0),
    Case("correlated flows", 50, lambda n: scenario(flows="".join(flow(f"f{k}", ", volume-sigma: 0.2") for k in range(n)), correlations=f"[{{flows: [{row(n, lambda k: f'f{k}')}], correlation: 0.2}}]"), code=0),
    Case("correlations of unknown flows among many", 300, lambda n: scenario(flows="".join(flow(f"f{k}", ", volume-sigma: 0.2") for k in range(n)), correlations=lines(n, lambda k: f"  - {{flows: [{FAR.format(k)}], correlation: 0.2}}"))),
    Case("payments listed", 1_000, lambda n: listed(n, lambda k: f"p{k}"), code=0, is_of_few=True),
    Case("payments listed under one name", 2_000, lambda n: listed(n, lambda _: "p")),
    Case("payments listed at unknown clocks", 300, lambda n: listed(n, lambda k: f"p{k}", at="2026-03-05 12:00 Nowhere/City")),
    Case("a table of quantiles", 2_000, lambda n: scenario(flows=flow("f", amount="table: {" + row(n, lambda k: f"{k / n * 100:.6f}%: {k + 1}") + ", 100%: 9M}")), code=0),
    Case("a profile of the day", 700, lambda n: scenario(flows=flow("f", ", profile: {" + row(n, lambda k: f"'{k // 60:02}:{k % 60:02}': 1") + "}")), code=0),
    Case("conditions of a contract", 1_000, lambda n: scenario(flows=flow("f", ", contract: {funding-deadline: 1h, expiry: 1d, conditions: [" + row(n, lambda k: f"{{name: c{k}, after: 1h, releases: 0.0001%}}") + "]}"))),
]

MODELS = [
    Case("models", 50, lambda n: scenario(models=lines(n, lambda k: f"  m{k}: {{rail: correspondent}}")), code=0),
    Case("limits of all senders", 200, lambda n: scenario(branches=branches(40), models=lines(1, lambda _: "  m: {rail: interbank-clearing, clearing: {system: CHIPS, sender-limits: [" + row(n, lambda k: "{branch: any, limit: 1M USD}") + "]}}"))),
    Case("expectations", 400, lambda n: scenario(expect=lines(n, lambda k: "  - batch.time_to_credit.p95 <= 5min")), code=0, is_of_few=True),
    Case("expectations of unknown pools", 300, lambda n: scenario(branches=branches(n), corridors=ONE_WAY, pools="\n  - {branch: any, currency: USD, system: CHIPS, opening-balance: 5M, funding-rate: 1bp, day-count: ACT/360}", flows=flow("f", ends="from: B0, to: B1"), expect=lines(n, lambda k: f"  - batch.pool.peak_use[pool {FAR.format(k)} USD] <= 5M USD"))),
]

SWEEPS = [
    Case("values of an axis", 2_000, lambda n: axis("[" + row(n, lambda k: f"v{k}") + "]"), code=0),
    Case("bounds of a sweep", 50, lambda n: axis("0..400 step 1", "\n  where: [" + row(n, lambda k: f"floor >= {k % 7}") + "]"), code=0, is_of_few=True),
    Case("Sobol points", 500, lambda n: axis("0..9", f"\n  points: {{sobol: {n}}}"), code=0),
    Case("paths of an axis", 600, lambda n: scenario(sweep="\n  axes: {a: {path: [" + row(n, lambda _: "scenario") + "], values: [a, b]}}")),
    Case("axes into a long section", 500, lambda n: scenario(flows="".join(flow(f"f{k}") for k in range(n)), sweep="\n  axes: {a: {path: [" + row(50, lambda k: f"flows.f{k}.currency") + "], values: [USD]}}"), code=0),
]

CASES = TEXT + WORLD + PAYMENTS + MODELS + SWEEPS
