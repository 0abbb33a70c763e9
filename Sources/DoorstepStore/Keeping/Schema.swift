import GRDB

/// The store's tables, and how each version of them became the next.
enum Schema {
    /// `DORS`, in the header of every store.
    static let applicationID = 0x444F_5253
    /// The format this program writes; a file of a higher one is not opened.
    static let version = 6

    /// The format of a file, as it says itself.
    static func version(of db: Database) throws -> Int { try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0 }

    static func migrator(founding: Founding? = nil) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try db.execute(sql: v1)
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
            // In the same transaction as the tables, so that there is never
            // a store without its station.
            try founding?.write(db)
        }
        migrator.registerMigration("v2") { db in
            try db.execute(sql: v2)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("v3") { db in
            try db.execute(sql: v3)
            try db.execute(sql: "PRAGMA user_version = 3")
            if let founding {
                try founding.keys.write(db)
            } else if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM station)") == true {
                try FoundingKeys(openly: StoreKey()).bringIn(db)
            }
        }
        migrator.registerMigration("v4") { db in
            // What somebody tampered with is copied too, and found by verify.
            try db.execute(sql: "PRAGMA ignore_check_constraints = 1")
            defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = 0") }
            try db.execute(sql: v4)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        // Records that do not stand any more: cells that earlier programs do
        // not know, and would lose.
        migrator.registerMigration("v5") { db in
            try db.execute(sql: v5)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("v6") { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = 1")
            defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = 0") }
            try db.execute(sql: v6)
            try db.execute(sql: "PRAGMA user_version = 6")
        }
        return migrator
    }

    /// Every table and trigger as it was declared, to be compared with those
    /// of a fresh store: also whether they are texts, since one whose kind is
    /// written in bytes is a table to SQLite, and to no tool that lists them.
    static func declarations(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT type || ' ' || name || ' ' || coalesce(sql, '')
                  || iif('blob' IN (typeof(type), typeof(name), typeof(tbl_name), typeof(sql)), ' in bytes', '')
                FROM sqlite_master ORDER BY type, name
                """)
    }

    /// References to the journal are checked at the end of the transaction:
    /// the entry is written last, when it is known what changed.
    private static let v1 = """
        CREATE TABLE journal (
          sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
          time TEXT NOT NULL CHECK (time GLOB '\(instant)'),
          caseworker TEXT NOT NULL,
          kind TEXT NOT NULL CHECK (length(kind) > 0),
          subjects TEXT NOT NULL,
          content TEXT NOT NULL,
          link BLOB NOT NULL CHECK (length(link) = 32)
        ) STRICT;

        CREATE TABLE station (
          singleRow INTEGER PRIMARY KEY CHECK (singleRow = 1),
          code TEXT NOT NULL CHECK (length(code) > 0),
          name TEXT NOT NULL,
          journal INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED
        ) STRICT;

        CREATE TABLE employer (
          \(recordColumns)
        ) STRICT;
        CREATE INDEX employerByJournal ON employer(journal);

        CREATE TABLE person (
          \(recordColumns),
          personal BLOB NOT NULL CHECK (length(personal) > 0)
        ) STRICT;
        CREATE INDEX personByJournal ON person(journal);

        CREATE TABLE job (
          \(recordColumns),
          employerId TEXT NOT NULL REFERENCES employer(id)
        ) STRICT;
        CREATE INDEX jobByJournal ON job(journal);
        CREATE INDEX jobByEmployer ON job(employerId);

        CREATE TABLE distance (
          \(recordColumns)
        ) STRICT;
        CREATE INDEX distanceByJournal ON distance(journal);

        CREATE TABLE superseded (
          kind TEXT NOT NULL CHECK (kind IN ('employer', 'person', 'job', 'distance')),
          id TEXT NOT NULL,
          revision INTEGER NOT NULL CHECK (revision >= 1),
          commitment BLOB NOT NULL CHECK (length(commitment) = 32),
          journal INTEGER NOT NULL REFERENCES journal(sequence),
          PRIMARY KEY (kind, id, revision)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE placement (
          position INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
          jobId TEXT NOT NULL REFERENCES job(id),
          personId TEXT NOT NULL REFERENCES person(id)
        ) STRICT;
        CREATE INDEX placementByJob ON placement(jobId);
        CREATE INDEX placementByPerson ON placement(personId);

        CREATE TABLE step (
          number INTEGER PRIMARY KEY CHECK (number >= 1),
          placementId TEXT NOT NULL REFERENCES placement(id),
          stage TEXT NOT NULL CHECK (stage IN ('referred', 'interviewed', 'hired', 'started', 'declined', 'left')),
          party TEXT NOT NULL CHECK (party IN ('', 'employer', 'person')),
          date TEXT NOT NULL CHECK (date GLOB '\(day)'),
          recorded TEXT NOT NULL CHECK (recorded GLOB '\(instant)'),
          caseworker TEXT NOT NULL,
          employer TEXT NOT NULL,
          title TEXT NOT NULL,
          kind TEXT NOT NULL,
          note BLOB NOT NULL CHECK (length(note) > 0),
          noteSalt BLOB NOT NULL CHECK (length(noteSalt) = 16),
          journal INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED,
          link BLOB NOT NULL CHECK (length(link) = 32)
        ) STRICT;
        CREATE INDEX stepByPlacement ON step(placementId, number);
        CREATE INDEX stepByJournal ON step(journal);

        CREATE TABLE setting (
          name TEXT PRIMARY KEY NOT NULL CHECK (length(name) > 0),
          value TEXT NOT NULL,
          journal INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED
        ) STRICT;

        CREATE TABLE counter (
          kind TEXT PRIMARY KEY NOT NULL CHECK (kind IN ('P', 'J', 'E', 'R')),
          next INTEGER NOT NULL CHECK (next >= 1)
        ) STRICT;
        INSERT INTO counter (kind, next) VALUES ('P', 1), ('J', 1), ('E', 1), ('R', 1);

        \(neverChanged("journal"))
        \(neverChanged("step"))
        \(neverChanged("superseded"))
        """

    /// Saved searches.
    private static let v2 = """
        CREATE TABLE savedSearch (
          \(recordColumns),
          personal BLOB NOT NULL CHECK (length(personal) > 0)
        ) STRICT;
        """

    /// Keys, what statistics need of each step, and signed states.
    private static let v3 = """
        CREATE TABLE keySlot (
          kind TEXT NOT NULL CHECK (kind IN ('open', 'caseworker', 'recovery')),
          name TEXT NOT NULL,
          salt BLOB NOT NULL CHECK (length(salt) = 16),
          logarithm INTEGER NOT NULL CHECK (logarithm BETWEEN 1 AND 20),
          wrapped BLOB NOT NULL CHECK (length(wrapped) > 0),
          journal INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED,
          PRIMARY KEY (kind, name)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE step ADD COLUMN statistics BLOB NOT NULL DEFAULT x'';

        CREATE TABLE checkpoint (
          number INTEGER PRIMARY KEY CHECK (number >= 1),
          day TEXT NOT NULL CHECK (day GLOB '\(day)'),
          text TEXT NOT NULL
        ) STRICT;
        \(neverChanged("checkpoint"))
        """

    /// Steps that correct others: a table's checks are changed by making it
    /// anew.
    private static let v4 = """
        DROP TRIGGER stepIsNeverChanged;
        DROP TRIGGER stepIsNeverRemoved;
        DROP INDEX stepByPlacement;
        DROP INDEX stepByJournal;
        ALTER TABLE step RENAME TO formerStep;

        CREATE TABLE step (
          number INTEGER PRIMARY KEY CHECK (number >= 1),
          placementId TEXT NOT NULL REFERENCES placement(id),
          stage TEXT NOT NULL CHECK (stage IN ('referred', 'interviewed', 'hired', 'started', 'declined', 'left', 'corrected')),
          party TEXT NOT NULL CHECK (party IN ('', 'employer', 'person')),
          date TEXT NOT NULL CHECK (date GLOB '\(day)'),
          recorded TEXT NOT NULL CHECK (recorded GLOB '\(instant)'),
          caseworker TEXT NOT NULL,
          employer TEXT NOT NULL,
          title TEXT NOT NULL,
          kind TEXT NOT NULL,
          corrects INTEGER UNIQUE REFERENCES step(number) CHECK (corrects < number),
          note BLOB NOT NULL CHECK (length(note) > 0),
          noteSalt BLOB NOT NULL CHECK (length(noteSalt) = 16),
          statistics BLOB NOT NULL,
          journal INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED,
          link BLOB NOT NULL CHECK (length(link) = 32),
          CHECK ((stage = 'corrected') = (corrects IS NOT NULL))
        ) STRICT;
        INSERT INTO step (number, placementId, stage, party, date, recorded, caseworker, employer, title, kind, note, noteSalt, statistics, journal, link)
        SELECT number, placementId, stage, party, date, recorded, caseworker, employer, title, kind, note, noteSalt, statistics, journal, link
        FROM formerStep;
        DROP TABLE formerStep;

        CREATE INDEX stepByPlacement ON step(placementId, number);
        CREATE INDEX stepByJournal ON step(journal);
        \(neverChanged("step"))
        """

    /// Finds the few people and jobs that were merged into others.
    private static let v5 = """
        CREATE INDEX personByMerge ON person(id) WHERE instr(facts, \(MergedRows.mark)) > 0;
        CREATE INDEX jobByMerge ON job(id) WHERE instr(facts, \(MergedRows.mark)) > 0;
        """

    /// Steps that check, with reasons and evidence; and services.
    private static let v6 = """
        DROP TRIGGER stepIsNeverChanged;
        DROP TRIGGER stepIsNeverRemoved;
        DROP INDEX stepByPlacement;
        DROP INDEX stepByJournal;
        ALTER TABLE step RENAME TO formerStep;

        CREATE TABLE step (
          number INTEGER PRIMARY KEY CHECK (number >= 1),
          placementId TEXT NOT NULL REFERENCES placement(id),
          stage TEXT NOT NULL CHECK (stage IN ('referred', 'interviewed', 'hired', 'started', 'checked', 'declined', 'left', 'corrected')),
          party TEXT NOT NULL CHECK (party IN ('', 'employer', 'person')),
          date TEXT NOT NULL CHECK (date GLOB '\(day)'),
          recorded TEXT NOT NULL CHECK (recorded GLOB '\(instant)'),
          caseworker TEXT NOT NULL,
          employer TEXT NOT NULL,
          title TEXT NOT NULL,
          kind TEXT NOT NULL,
          corrects INTEGER UNIQUE REFERENCES step(number) CHECK (corrects < number),
          reason TEXT NOT NULL DEFAULT '',
          evidence TEXT NOT NULL DEFAULT '',
          note BLOB NOT NULL CHECK (length(note) > 0),
          noteSalt BLOB NOT NULL CHECK (length(noteSalt) = 16),
          statistics BLOB NOT NULL,
          journal INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED,
          link BLOB NOT NULL CHECK (length(link) = 32),
          CHECK ((stage = 'corrected') = (corrects IS NOT NULL))
        ) STRICT;
        INSERT INTO step (
          number, placementId, stage, party, date, recorded, caseworker, employer, title, kind, corrects, note, noteSalt, statistics, journal, link)
        SELECT number, placementId, stage, party, date, recorded, caseworker, employer, title, kind, corrects, note, noteSalt, statistics, journal, link
        FROM formerStep;
        DROP TABLE formerStep;

        CREATE INDEX stepByPlacement ON step(placementId, number);
        CREATE INDEX stepByJournal ON step(journal);
        \(neverChanged("step"))

        CREATE TABLE service (
          number INTEGER PRIMARY KEY CHECK (number >= 1),
          kind TEXT NOT NULL CHECK (length(kind) > 0),
          personId TEXT REFERENCES person(id),
          jobId TEXT REFERENCES job(id),
          placementId TEXT REFERENCES placement(id),
          outcome TEXT NOT NULL,
          again TEXT NOT NULL CHECK (again = '' OR again GLOB '\(day)'),
          takesBack INTEGER UNIQUE REFERENCES service(number) CHECK (takesBack < number),
          date TEXT NOT NULL CHECK (date GLOB '\(day)'),
          recorded TEXT NOT NULL CHECK (recorded GLOB '\(instant)'),
          caseworker TEXT NOT NULL,
          note BLOB NOT NULL CHECK (length(note) > 0),
          noteSalt BLOB NOT NULL CHECK (length(noteSalt) = 16),
          journal INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED,
          CHECK ((personId IS NULL) != (jobId IS NULL))
        ) STRICT;
        CREATE INDEX serviceByPerson ON service(personId) WHERE personId IS NOT NULL;
        CREATE INDEX serviceByJob ON service(jobId) WHERE jobId IS NOT NULL;
        CREATE INDEX serviceByJournal ON service(journal);
        \(neverChanged("service"))
        """

    /// `position` keeps the order in which records came, which VACUUM does
    /// not promise for a row number that is not declared.
    private static let recordColumns = """
        position INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
          revision INTEGER NOT NULL CHECK (revision >= 1),
          salt BLOB NOT NULL CHECK (length(salt) = 16),
          commitment BLOB NOT NULL CHECK (length(commitment) = 32),
          facts BLOB NOT NULL CHECK (length(facts) > 0),
          journal INTEGER NOT NULL REFERENCES journal(sequence) DEFERRABLE INITIALLY DEFERRED
        """

    private static let day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    private static let instant = day + "T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z"

    /// What keeps steps from being changed.
    static let stepTrigger = "stepIsNeverChanged"

    /// Against mistakes of our own; who tampers with the file is found by
    /// the chain.
    private static func neverChanged(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)IsNeverChanged BEFORE UPDATE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is never changed'); END;
        CREATE TRIGGER \(table)IsNeverRemoved BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is never removed'); END;
        """
    }
}
