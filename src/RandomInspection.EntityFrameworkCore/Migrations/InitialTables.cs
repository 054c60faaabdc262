using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>The first tables, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261123000000_InitialTables")]
internal sealed class InitialTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "ledger" (
                "Sequence" INTEGER NOT NULL CONSTRAINT "PK_ledger" PRIMARY KEY,
                "Actor" TEXT NOT NULL,
                "At" INTEGER NOT NULL,
                "Data" TEXT NOT NULL,
                "Reason" TEXT NULL,
                "Role" TEXT NOT NULL,
                "Stream" TEXT NOT NULL,
                "Type" TEXT NOT NULL,
                "Version" INTEGER NOT NULL
            );
            CREATE UNIQUE INDEX "IX_ledger_Stream_Version" ON "ledger" ("Stream", "Version");
            -- 全程留痕: what is written stays as it is.
            CREATE TRIGGER "ledger_no_update" BEFORE UPDATE ON "ledger" BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
            CREATE TRIGGER "ledger_no_delete" BEFORE DELETE ON "ledger" BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
            -- REPLACE deletes without firing the trigger for DELETE.
            CREATE TRIGGER "ledger_no_replace" BEFORE INSERT ON "ledger"
            WHEN EXISTS (SELECT 1 FROM "ledger" WHERE "Sequence" = NEW."Sequence" OR ("Stream" = NEW."Stream" AND "Version" = NEW."Version"))
            BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

            CREATE TABLE "ledger_head" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK_ledger_head" PRIMARY KEY,
                "Frontier" BLOB NOT NULL,
                "Root" TEXT NOT NULL,
                "Size" INTEGER NOT NULL
            );

            CREATE TABLE "directory" (
                "Name" TEXT NOT NULL CONSTRAINT "PK_directory" PRIMARY KEY,
                "Version" INTEGER NOT NULL
            );

            CREATE TABLE "subject" (
                "Code" TEXT NOT NULL CONSTRAINT "PK_subject" PRIMARY KEY,
                "CreditClass" TEXT NOT NULL,
                "EstablishedOn" TEXT NULL,
                "Kind" TEXT NOT NULL,
                "Name" TEXT NOT NULL,
                "Region" TEXT NOT NULL,
                "Scope" TEXT NOT NULL,
                "Status" TEXT NOT NULL,
                "Trade" TEXT NOT NULL
            );
            CREATE INDEX "IX_subject_Name" ON "subject" ("Name");
            CREATE INDEX "IX_subject_Region_Trade_CreditClass_Status" ON "subject" ("Region", "Trade", "CreditClass", "Status");

            CREATE TABLE "evidence" (
                "Digest" TEXT NOT NULL CONSTRAINT "PK_evidence" PRIMARY KEY,
                "Bytes" BLOB NOT NULL
            );

            CREATE TABLE "plan_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_plan_view" PRIMARY KEY,
                "ApprovedAt" INTEGER NULL,
                "DepartmentId" TEXT NOT NULL,
                "Status" TEXT NOT NULL,
                "Tasks" INTEGER NOT NULL,
                "Title" TEXT NOT NULL,
                "Year" INTEGER NOT NULL
            );

            CREATE TABLE "task_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_task_view" PRIMARY KEY,
                "DepartmentId" TEXT NOT NULL,
                "From" TEXT NOT NULL,
                "PlanId" TEXT NOT NULL,
                "PlanStatus" TEXT NOT NULL,
                "Removed" INTEGER NOT NULL,
                "Title" TEXT NOT NULL,
                "To" TEXT NOT NULL
            );
            CREATE INDEX "IX_task_view_PlanId" ON "task_view" ("PlanId");

            CREATE TABLE "obligation_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_obligation_view" PRIMARY KEY,
                "About" TEXT NOT NULL,
                "Certainty" TEXT NULL,
                "DepartmentId" TEXT NOT NULL,
                "DueOn" TEXT NOT NULL,
                "EventDay" TEXT NOT NULL,
                "Occasion" TEXT NOT NULL,
                "PublishedAt" INTEGER NULL,
                "Rule" TEXT NOT NULL,
                "Title" TEXT NOT NULL
            );
            CREATE INDEX "IX_obligation_view_PublishedAt_DueOn" ON "obligation_view" ("PublishedAt", "DueOn");

            CREATE TABLE "draw_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_draw_view" PRIMARY KEY,
                "Assurance" TEXT NULL,
                "Attempt" INTEGER NOT NULL,
                "DepartmentId" TEXT NOT NULL,
                "EndedAt" INTEGER NULL,
                "FrameSize" INTEGER NOT NULL,
                "Selected" INTEGER NOT NULL,
                "Status" TEXT NOT NULL,
                "TaskId" TEXT NOT NULL,
                "Year" INTEGER NOT NULL
            );
            CREATE INDEX "IX_draw_view_TaskId" ON "draw_view" ("TaskId");
            """);
    }
}
