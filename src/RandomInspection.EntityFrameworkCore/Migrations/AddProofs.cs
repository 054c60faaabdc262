using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>The sealed log, the hashes of complete subtrees of both, and personal data beside them, on SQLite.</summary>
/// <remarks>The subtrees of entries that stand already are filled in at the start; SQL cannot hash.</remarks>
[DbContext(typeof(InspectionContext))]
[Migration("20261126010000_AddProofs")]
internal sealed class AddProofs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "sealed_ledger" (
                "Sequence" INTEGER NOT NULL CONSTRAINT "PK_sealed_ledger" PRIMARY KEY,
                "Actor" TEXT NOT NULL,
                "At" INTEGER NOT NULL,
                "Data" TEXT NOT NULL,
                "Reason" TEXT NULL,
                "Role" TEXT NOT NULL,
                "Stream" TEXT NOT NULL,
                "Type" TEXT NOT NULL,
                "Version" INTEGER NOT NULL
            );
            CREATE UNIQUE INDEX "IX_sealed_ledger_Stream_Version" ON "sealed_ledger" ("Stream", "Version");
            CREATE TRIGGER "sealed_ledger_no_update" BEFORE UPDATE ON "sealed_ledger" BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
            CREATE TRIGGER "sealed_ledger_no_delete" BEFORE DELETE ON "sealed_ledger" BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
            CREATE TRIGGER "sealed_ledger_no_replace" BEFORE INSERT ON "sealed_ledger"
            WHEN EXISTS (SELECT 1 FROM "sealed_ledger" WHERE "Sequence" = NEW."Sequence" OR ("Stream" = NEW."Stream" AND "Version" = NEW."Version"))
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

            -- A name of a stream stands in one log only.
            CREATE TRIGGER "sealed_ledger_own_streams" BEFORE INSERT ON "sealed_ledger"
            WHEN EXISTS (SELECT 1 FROM "ledger" WHERE "Stream" = NEW."Stream")
            BEGIN SELECT RAISE(ABORT, 'the stream stands in the public log'); END;
            CREATE TRIGGER "ledger_own_streams" BEFORE INSERT ON "ledger"
            WHEN EXISTS (SELECT 1 FROM "sealed_ledger" WHERE "Stream" = NEW."Stream")
            BEGIN SELECT RAISE(ABORT, 'the stream stands in the sealed log'); END;

            CREATE TABLE "ledger_node" (
                "Log" INTEGER NOT NULL,
                "Level" INTEGER NOT NULL,
                "Index" INTEGER NOT NULL,
                "Hash" BLOB NOT NULL,
                CONSTRAINT "PK_ledger_node" PRIMARY KEY ("Log", "Level", "Index")
            ) WITHOUT ROWID;

            CREATE TABLE "personal" (
                "Commitment" TEXT NOT NULL CONSTRAINT "PK_personal" PRIMARY KEY,
                "About" TEXT NULL,
                "ErasedAt" INTEGER NULL,
                "Salt" TEXT NULL,
                "Text" TEXT NULL
            );
            CREATE INDEX "IX_personal_About" ON "personal" ("About");
            """);
    }
}
