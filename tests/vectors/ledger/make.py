"""Known answers for the ledger's proofs and notes, from an implementation of its own: the recursions of RFC 9162 as they stand there, and openssl.

    python3 make.py            writes tree.json (always the same) and, if there is none yet, notes.json (signatures are made by chance)

Nothing here calls the code that is tested.
"""
import base64
import hashlib
import json
import os
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = 130


def leaf(data):
    return hashlib.sha256(b"\x00" + data).digest()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def root(d):                                       # 2.1.1
    if not d:
        return hashlib.sha256(b"").digest()
    return d[0] if len(d) == 1 else node(root(d[:split(len(d))]), root(d[split(len(d)):]))


def path(m, d):                                    # 2.1.3.1
    if len(d) == 1:
        return []
    k = split(len(d))
    return path(m, d[:k]) + [root(d[k:])] if m < k else path(m - k, d[k:]) + [root(d[:k])]


def subproof(m, d, whole):                         # 2.1.4.1
    if m == len(d):
        return [] if whole else [root(d)]
    k = split(len(d))
    return subproof(m, d[:k], whole) + [root(d[k:])] if m <= k else subproof(m - k, d[k:], False) + [root(d[:k])]


def text(proofs):
    return "".join(" ".join(h.hex() for h in proof) + "\n" for proof in proofs)


def tree():
    leaves = [leaf(str(i).encode()) for i in range(SIZES)]
    return [
        {
            "size": n,
            "root": root(leaves[:n]).hex(),
            "inclusion": hashlib.sha256(text(path(m, leaves[:n]) for m in range(n)).encode()).hexdigest(),
            "consistency": hashlib.sha256(text(subproof(m, leaves[:n], True) for m in range(1, n + 1)).encode()).hexdigest(),
        }
        for n in range(1, SIZES + 1)
    ]


def openssl(*args, data=b""):
    return subprocess.run(["openssl", *args], input=data, capture_output=True, check=True).stdout


def raw(der):
    """The 64 bytes r and s of a DER signature of P-256."""
    assert der[0] == 0x30 and der[2] == 0x02
    r = der[4:4 + der[3]]
    s = der[6 + der[3]:]
    return r.lstrip(b"\0").rjust(32, b"\0") + s.lstrip(b"\0").rjust(32, b"\0")


def notes():
    with tempfile.TemporaryDirectory() as folder:
        def key(name):
            file = os.path.join(folder, name + ".pem")
            open(file, "wb").write(openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"))
            return file, openssl("pkey", "-in", file, "-pubout", "-outform", "DER")

        def sign(file, message):
            return openssl("dgst", "-sha256", "-sign", file, data=message)

        origin, witness = "amr.shenyang.example/ledger", "audit.shenyang.example/w1"
        body = f"{origin}\n130\n{base64.b64encode(bytes.fromhex(tree()[129]['root'])).decode()}\n"
        log_file, log = key("log")
        log_id = hashlib.sha256(log).digest()[:4]
        log_line = f"\u2014 {origin} {base64.b64encode(log_id + sign(log_file, body.encode())).decode()}\n"

        # A witness of ours: tlog-cosignature's message, under 0xff and a name.
        witness_file, spki = key("witness")
        typed = b"\xffrandom-inspection/cosignature/v1/ecdsa-p256-sha256" + spki
        witness_id = hashlib.sha256(witness.encode() + b"\n" + typed).digest()[:4]
        seconds = 1795654800
        stamped = struct.pack(">Q", seconds) + raw(sign(witness_file, f"cosignature/v1\ntime {seconds}\n{body}".encode()))
        witness_line = f"\u2014 {witness} {base64.b64encode(witness_id + stamped).decode()}\n"
        return {
            "log": f"{origin}+{log_id.hex()}+{base64.b64encode(bytes([2]) + log).decode()}",
            "logKey": "ecdsa-p256:" + base64.b64encode(log).decode(),
            "witness": f"{witness}+{witness_id.hex()}+{base64.b64encode(typed).decode()}",
            "seconds": seconds,
            "signed": f"{body}\n{log_line}",
            "cosigned": f"{body}\n{log_line}{witness_line}",
        }


def write(name, document):
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    write("tree.json", tree())
    if not os.path.exists(os.path.join(HERE, "notes.json")):
        write("notes.json", notes())
    sys.exit(0)
