"""Writes a store as SQL text, from which the tests make it again.

    .build/debug/StoreWorker write /tmp/old.doorstep 24 </dev/null
    python3 Tests/Faults/Schemas/dump.py /tmp/old.doorstep > Tests/Faults/Schemas/v1.sql

To be done with the program as it is before its schema gets a new version:
afterwards nobody can make such a store any more.
"""
import sqlite3
import sys

store = sqlite3.connect(sys.argv[1])
for mark in ("application_id", "user_version"):
    print(f"PRAGMA {mark} = {store.execute(f'PRAGMA {mark}').fetchone()[0]};")
for line in store.iterdump():
    print(line)
