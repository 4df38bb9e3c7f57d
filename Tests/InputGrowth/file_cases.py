"""Files beside a scenario and files that commands are given."""

from case import SCENARIO, Case, row, scenario

PAYMENT_COLUMNS = "id,instructed_utc,from,to,currency,amount,priority,deadline_utc\n"


def payments(text: str) -> dict:
    """The small scenario with a CSV file of payments."""
    return scenario(flows="\n  given: {file: payments.csv}") | {"payments.csv": PAYMENT_COLUMNS + text}


def payment_rows(size: int, identity, end: str = "LDN") -> str:
    """So many rows of payments."""
    return "".join(f"{identity(k)},2026-03-05T12:00:00Z,NYC,{end},USD,5,,\n" for k in range(size))


def rate_file(size: int, pair, pairs: int = 1) -> dict:
    """The small scenario with a CSV file of rates."""
    from scenario_cases import pair as known

    table = row(pairs, lambda k: f"{known(k)}: 1.5")
    rows = "".join(f"{pair(k)},2026-03-05T{k // 3600 % 24:02}:{k // 60 % 60:02}:{k % 60:02}Z,1.5\n" for k in range(size))
    text = "\n  reporting-currency: USD\n  rates: {" + table + "}\n  file: rates.csv"
    return scenario(exchange_rates=text) | {"rates.csv": "pair,from_utc,mid\n" + rows}


def holidays(text: str) -> dict:
    """The small scenario with an iCalendar file."""
    files = scenario(calendars="\n  C: {years: 2026, ics: days.ics}")
    return files | {"days.ics": "BEGIN:VCALENDAR\n" + text + "END:VCALENDAR\n"}


def event(lines: str) -> str:
    """One event of an iCalendar file."""
    return "BEGIN:VEVENT\n" + lines + "END:VEVENT\n"


def message(body: str, root: str = "", head: str = "") -> dict:
    """The small scenario with a message pacs.008."""
    space = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"
    text = (
        f'<Document xmlns="{space}"{root}><FIToFICstmrCdtTrf><GrpHdr><CreDtTm>2026-03-05T12:00:00Z</CreDtTm>'
        f"{head}</GrpHdr>{body}</FIToFICstmrCdtTrf></Document>"
    )
    return scenario(flows="\n  given: {file: payments.xml}") | {"payments.xml": text}


def transaction(identity: str, more: str = "", agent: str = "ABCDUS33") -> str:
    """One transaction of a message."""
    return (
        f"<CdtTrfTxInf><PmtId><EndToEndId>{identity}</EndToEndId></PmtId>{more}"
        f'<IntrBkSttlmAmt Ccy="USD">5</IntrBkSttlmAmt><DbtrAgt><FinInstnId><BICFI>{agent}</BICFI>'
        "</FinInstnId></DbtrAgt></CdtTrfTxInf>\n"
    )


ONE = transaction("p")

TABLES = [
    Case("payments in CSV", 4_000, lambda n: payments(payment_rows(n, lambda k: f"p{k}")), code=0, is_of_few=True),
    Case("payments in CSV under one name", 4_000, lambda n: payments(payment_rows(n, lambda _: "p"))),
    Case("rows of quotes", 4_000, lambda n: payments(('"' + '""' * 20 + '"\n') * n)),
    Case("a quote left open", 400_000, lambda n: payments('"' + "a\n" * n), is_of_few=True),
    Case("rates in CSV", 2_000, lambda n: rate_file(n, lambda _: "USD/EUR"), code=0, is_of_few=True),
    Case("rates of unknown pairs in CSV", 2_000, lambda n: rate_file(n, lambda _: "XXX/YYY")),
    Case("rates of many pairs in CSV", 100, lambda n: rate_file(n * 4, lambda _: "USD/EUR", pairs=n)),
]

CALENDARS = [
    Case("events of every year", 300, lambda n: {**holidays(event("DTSTART:20260306\nRRULE:FREQ=YEARLY\n") * n), **scenario(calendars="\n  C: {years: 1970-2099, ics: days.ics}")}),
    Case("a line that goes on", 40_000, lambda n: holidays(event("DTSTART:20260306\nSUMMARY:A\n" + " b\n" * n))),
    Case("dates that are none", 10_000, lambda n: holidays(event("DTSTART:20260230\n") * n), is_of_few=True),
    Case("components in components", 20_000, lambda n: holidays("BEGIN:VEVENT\n" * n)),
]

MESSAGES = [
    Case("transactions", 1_000, lambda n: message("".join(transaction(f"p{k}") for k in range(n))), is_of_few=True),
    Case("comments in a message", 20_000, lambda n: message(ONE + "<!-- a comment -->\n" * n)),
    Case("comments that are not closed", 20_000, lambda n: message(ONE + "<!--" * n), is_of_few=True),
    Case("dashes in a comment", 100_000, lambda n: message(ONE + "<!--" + "- " * n + "-->")),
    Case("character data that is not closed", 20_000, lambda n: message(ONE + "<![CDATA[" * n)),
    Case("attributes of a message", 3_000, lambda n: message(ONE, root="".join(f' a{k}="b"' for k in range(n))), is_of_few=True),
    Case("namespaces of a message", 3_000, lambda n: message(ONE, root="".join(f' xmlns:a{k}="b"' for k in range(n)))),
    Case("elements side by side", 20_000, lambda n: message(ONE + "<a/>" * n)),
    Case("a tag that is not closed", 200_000, lambda n: message(ONE + "<a" + " " * n)),
    Case("a value without end", 200_000, lambda n: message(ONE + '<a b="' + "c" * n)),
    Case("references to characters", 20_000, lambda n: message(transaction("p", "<X>" + "&#65;" * n + "</X>"))),
    Case("a long text in a message", 200_000, lambda n: message(transaction("p" * n))),
]


def problem(text: str) -> dict:
    """A problem of a solver."""
    return {"problem.json": text}


def settle(size: int, payment) -> dict:
    """A problem of SETTLE with many participants."""
    people = row(size, lambda k: f'{{"id":"A{k}","balance":9}}')
    return problem(f'{{"participants":[{people}],"queue":[{row(size, payment)}]}}')


def pools(size: int, more: str) -> dict:
    """A problem of REBALANCE with many pools."""
    table = row(size, lambda k: f'{{"id":"A{k}","currency":"USD","holding":5,"target":5}}')
    return problem(f'{{"pools":[{table}],{more}}}')


SETTLE = ("solve", "settle", "problem.json")
SIZE = ("solve", "size", "problem.json")
REBALANCE = ("solve", "rebalance", "problem.json")

PROBLEMS = [
    Case("arrays in arrays", 100_000, lambda n: problem("[" * n), SETTLE),
    Case("a long string", 100_000, lambda n: problem('{"a":"' + "\\u0041" * n + '"}'), SETTLE, is_of_few=True),
    Case("a long number", 200_000, lambda n: problem('{"participants":' + "9" * n + "}"), SETTLE),
    Case("unknown keys in JSON", 10_000, lambda n: problem("{" + row(n, lambda k: f'"k{k}":1') + "}"), SETTLE),
    Case("participants under one name", 4_000, lambda n: problem('{"participants":[' + row(n, lambda _: '{"id":"A","balance":1}') + '],"queue":[]}'), SETTLE),
    Case("payments of unknown participants", 500, lambda n: settle(n, lambda k: f'{{"id":"P{k}","from":"Q{k:07}","to":"A1","amount":5}}'), SETTLE, is_of_few=True),
    Case("payments in a queue", 1_000, lambda n: settle(n, lambda k: f'{{"id":"P{k}","from":"A{k}","to":"A{(k + 1) % n}","amount":5}}'), SETTLE, code=0),
    Case("flows of pools", 300, lambda n: problem('{"pools":["A","B"],"flows":[' + row(n, lambda _: "[[1,-1,2],[-1,1,-2]]") + "]}"), SIZE, code=0, is_of_few=True),
    Case("costs of unknown pools", 500, lambda n: pools(n, '"costs":{"unfunded":1,"out":{' + row(n, lambda k: f'"Q{k:07}":1') + "}}"), REBALANCE, is_of_few=True),
    Case("limits of one pair", 2_000, lambda n: pools(2, '"costs":{"unfunded":1},"limits":[' + row(n, lambda _: '{"from":"A0","to":"A1","amount":1}') + "]"), REBALANCE),
    Case("pools at target", 1_000, lambda n: pools(n, '"costs":{"unfunded":1}'), REBALANCE, code=0),
]


def given(size: int, line) -> dict:
    """The small scenario with many branches and an allocation of a user."""
    from scenario_cases import ONE_WAY, branches

    files = scenario(branches=branches(size), corridors=ONE_WAY, flows="\n  f: {from: B0, to: B1, currency: USD, arrivals: 1 per day, amount: {constant: 5}}")
    return files | {"given.csv": "branch,currency,amount\n" + "".join(map(line, range(size)))}


SIZED = ("size", SCENARIO, "--given", "given.csv", "--out", "out")
EARLIEST = ("calendar", "earliest", "--file", "instants.csv")
CHECKED = ("check", SCENARIO, "--quick")


def instants(text: str) -> dict:
    """Instants for `calendar earliest`."""
    return {"instants.csv": "system,instant_utc,kind\n" + text}


def committed(name: str, columns: str, line) -> dict:
    """The small scenario with a committed table beside it."""
    return lambda n: scenario() | {name: columns + "\n" + "".join(map(line, range(n)))}


FINGERPRINTS = "scenario,model,replications,seed,scenario_digest,platform,events,books,outcomes,because"
FIGURES = "model,metric,scope,unit,replications,mean,low95,high95"
DIGEST = "0123456789abcdef"
ESTIMATE = "mean,low95,high95,replications,censored,at_least"
OUTCOMES = f"model,metric,scope,unit,{ESTIMATE}"
QUANTILES = "model,metric,scope,unit,probability,value,low95,high95,replications,censored,at_least,needs,note"
MONITORING = "model,branch,currency,tool,measure,statistic,unit,mean,low95,high95,replications"
BALANCES = "model,branch,currency,at_utc,balance_minor,balance"


def manifest(names) -> str:
    """A manifest that lists files, none of them as it is."""
    rows = [f'{{"name": "{name}", "bytes": 1, "digest": "{DIGEST}"}}' for name in names]
    return '{"format": 2, "files": [' + ", ".join(rows) + "]}"


def results(**files) -> dict:
    """A folder of results."""
    names = ["outcomes.csv", "curves.csv", "pools.csv", "bcbs.csv", "quantiles.csv"]
    tables = dict.fromkeys(names, "") | {"report.json": "{}", "manifest.json": manifest(names)}
    tables |= {name.replace("_", "."): text for name, text in files.items()}
    return {f"results/{name}": text for name, text in tables.items()}


REPORT = ("report", "results", "--out", "out")
TRACE = "nostro-trace,1\nversion,1\nscenario,s\nscenario_digest,0\nmodel,m\nseed,1\nreplication,0\nnumber,at,phase,what,payment,zones,cause,entries\n"


def trace(size: int, more: str = "") -> str:
    """A trace of so many events."""
    events = "".join(f"{k},2026-03-05T12:00:00Z,arrivals,x,p,,,{more}\n" for k in range(size))
    return TRACE + events + f"end,{size}\n"


def both(text: str) -> dict:
    """Two traces alike."""
    return {"before.csv": text, "after.csv": text}


BISECT = ("bisect", "before.csv", "after.csv")

COMMANDS = [
    Case("an allocation of unknown branches", 200, lambda n: given(n, lambda k: f"Q{k:07},USD,5\n"), SIZED, is_of_few=True),
    Case("instants of unknown systems", 1_000, lambda n: instants("Q1234567,2026-03-06T12:00:00Z,customer\n" * n), EARLIEST, is_of_few=True),
    Case("fingerprints", 2_000, committed("Fingerprints.csv", FINGERPRINTS, lambda k: f"s{k},m,1,1,{DIGEST},p,{DIGEST},{DIGEST},x,\n"), CHECKED, is_of_few=True),
    Case("fingerprints of unknown models", 2_000, committed("Fingerprints.csv", FINGERPRINTS, lambda k: f"scenario,m{k},1,1,{DIGEST},p,{DIGEST},{DIGEST},{DIGEST},\n"), CHECKED, code=0),
    Case("figures of a baseline", 2_000, committed("Baselines/scenario.csv", FIGURES, lambda k: "m,late,all,count,1,5,,\n"), CHECKED),
    Case("reasons of moved ties", 2_000, committed("TieOrder.csv", "scenario,model,because", lambda k: "s,m,r\n"), ("check", SCENARIO, "--replications", "1", "--shuffle-ties", "1"), code=0),
    Case("outcomes of a run", 3_000, lambda n: results(outcomes_csv=OUTCOMES + "\n" + "m,late,all,count,x,,,1,0,\n" * n), REPORT, is_of_few=True),
    Case("quantiles of a run", 3_000, lambda n: results(quantiles_csv=QUANTILES + "\n" + "m,late,all,s,0.5,x,,,1,0,,,\n" * n), REPORT),
    Case("credits of a run over time", 3_000, lambda n: results(curves_csv="model,seconds,share\n" + "".join(f"m,{k + 1},{k / n / 2}\n" for k in range(n))), REPORT),
    Case("balances of a run", 2_000, lambda n: results(pools_csv=BALANCES + "\n" + "".join(f"m,B{k},USD,2026-03-05T00:00:00Z,1,0.01\n" for k in range(n))), REPORT),
    Case("monitoring of a run", 2_000, lambda n: results(bcbs_csv=MONITORING + "\n" + "".join(f"m,B{k},USD,t,m{k},s,USD,1,,,1\n" for k in range(n))), REPORT),
    Case("a report of a run", 10_000, lambda n: results(report_json="{" + row(n, lambda k: f'"k{k}": [{k}]') + "}"), REPORT),
    Case("files of a manifest", 2_000, lambda n: results(manifest_json=manifest(f"f{k}.csv" for k in range(n))), REPORT, code=66, is_of_few=True),
    Case("events of a trace", 2_000, lambda n: both(trace(n)), BISECT, code=0, is_of_few=True),
    Case("entries of an event", 20_000, lambda n: both(trace(2, "a; " * n)), BISECT, code=0),
    Case("a trace that is one row", 100_000, lambda n: both(TRACE + "a" * n), BISECT),
]

CASES = TABLES + CALENDARS + MESSAGES + PROBLEMS + COMMANDS
