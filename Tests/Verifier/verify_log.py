#!/usr/bin/env python3
"""Checks an exported log of placements against its checkpoint, as an auditor
would: with nothing of the program's. Usage: verify_log.py LOG.csv [CHECKPOINT]
Exit code 0 where everything holds, 1 where something does not."""
import csv, hashlib, sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):  # RFC 8032, extended coordinates
    A, B = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    C, E = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = B - A, E - C, E + C, B + A
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, point):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = add(total, point)
        point, n = add(point, point), n >> 1
    return total


def decode(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x if (x * x - x2) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    assert y < P and (x * x - x2) % P == 0, "no point of the curve"
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def signed(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    base = decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    left, right = times(s, base), add(decode(signature[:32]), times(h, decode(key)))
    same = (left[0] * right[2] - right[0] * left[2]) % P == 0 == (left[1] * right[2] - right[1] * left[2]) % P
    return s < L and same


def link(previous, columns, corrects, proven):  # older logs have no columns of corrections, reasons and evidence
    tag = b"doorstep-ledger-3" if any(proven) else b"doorstep-ledger-2" if corrects else b"doorstep-ledger-1"
    more = [corrects, *proven] if any(proven) else [corrects] * bool(corrects)
    fields = [tag, previous] + [column.encode() for column in columns + more]
    return hashlib.sha256(b"".join(len(field).to_bytes(4, "big") + field for field in fields)).digest()


def unguarded(text):  # the apostrophe that keeps a text from being run as a formula
    return text[1:] if text.startswith("'") and text.lstrip("'")[:1] in tuple("=+-@\t\r＝＋－＠") else text


def check(log, checkpoint):
    text = open(checkpoint, encoding="utf-8", newline="").read()
    body, signature = text[: text.rindex("signature ")], text.split("signature ")[-1].strip()
    pairs = [line.split(" ", 1) for line in body.split("\n")[1:] if line]
    told = dict(pairs)
    assert signed(bytes.fromhex(told["key"]), body.encode(), bytes.fromhex(signature)), "the signature does not hold"
    titles = dict(value.split("=", 1) for name, value in pairs if name == "column")
    words = {(code.split(":")[0], word): code.split(":", 1)[1] for name, value in pairs if name == "word" for code, word in [value.split("=", 1)]}
    previous, last = None, None
    rows = list(csv.DictReader(open(log, encoding="utf-8-sig", newline="")))
    assert len(rows) == int(told["rows"]), f"{len(rows)} rows, and the checkpoint tells of {told['rows']}"
    for number, row in enumerate(rows, int(told["first"])):
        cells = {code: unguarded(row[title]) for code, title in titles.items()}
        cells = {code: words.get((code, cell), cell) for code, cell in cells.items()}
        before, own = bytes.fromhex(cells.pop("previous")), bytes.fromhex(cells.pop("link"))
        assert int(cells["number"]) == number and before == (previous or before), f"row {number} does not follow the one above it"
        corrects, proven = cells.pop("corrects", ""), [cells.pop(name, "") for name in ("reason", "evidence")]
        assert link(before, list(cells.values()), corrects, proven) == own, f"row {number} was changed"
        previous, last = own, number
    assert last == int(told["last"]) and previous.hex() == told["link"], "the log was cut short"
    return f"steps {told['first']} to {told['last']} hold; station {told['station']}, key {told['key'][:16]}"


if __name__ == "__main__":
    try:
        print(check(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else sys.argv[1] + ".checkpoint"))
    except (AssertionError, KeyError, ValueError) as problem:
        print(f"does not hold: {problem}", file=sys.stderr)
        sys.exit(1)
