using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Ad-hoc tasks, matches, visits with their seats, recusals, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261124000100_AddInspections")]
internal sealed class AddInspections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "plan_view" ADD COLUMN "Kind" TEXT NOT NULL DEFAULT 'Annual';
            CREATE INDEX "IX_obligation_view_About" ON "obligation_view" ("About");

            CREATE TABLE "match_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_match_view" PRIMARY KEY,
                "Assurance" TEXT NULL,
                "Attempt" INTEGER NOT NULL,
                "DepartmentId" TEXT NOT NULL,
                "Draw" TEXT NOT NULL,
                "EndedAt" INTEGER NULL,
                "Missing" INTEGER NOT NULL,
                "MixFactor" INTEGER NOT NULL,
                "Seats" INTEGER NOT NULL,
                "Status" TEXT NOT NULL,
                "TaskId" TEXT NOT NULL,
                "Visits" INTEGER NOT NULL,
                "Year" INTEGER NOT NULL
            );
            CREATE INDEX "IX_match_view_TaskId" ON "match_view" ("TaskId");

            CREATE TABLE "visit_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_visit_view" PRIMARY KEY,
                "ConcludedOn" TEXT NULL,
                "Conclusion" TEXT NULL,
                "DepartmentId" TEXT NOT NULL,
                "From" TEXT NOT NULL,
                "JointVisit" TEXT NOT NULL,
                "JointWith" INTEGER NOT NULL,
                "Match" TEXT NOT NULL,
                "Measures" INTEGER NOT NULL,
                "Missing" INTEGER NOT NULL,
                "Region" TEXT NOT NULL,
                "Status" TEXT NOT NULL,
                "SubjectCode" TEXT NOT NULL,
                "SubjectName" TEXT NOT NULL,
                "TaskId" TEXT NOT NULL,
                "To" TEXT NOT NULL
            );
            CREATE INDEX "IX_visit_view_DepartmentId_Status" ON "visit_view" ("DepartmentId", "Status");
            CREATE INDEX "IX_visit_view_Match_Status" ON "visit_view" ("Match", "Status");
            CREATE INDEX "IX_visit_view_SubjectCode" ON "visit_view" ("SubjectCode");
            CREATE INDEX "IX_visit_view_TaskId" ON "visit_view" ("TaskId");

            CREATE TABLE "seat_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_seat_view" PRIMARY KEY,
                "ConcludedOn" TEXT NULL,
                "Conclusion" TEXT NULL,
                "DepartmentId" TEXT NOT NULL,
                "Inspector" TEXT NOT NULL,
                "JointVisit" TEXT NOT NULL,
                "Match" TEXT NOT NULL,
                "Replaced" INTEGER NOT NULL,
                "Status" TEXT NOT NULL,
                "SubjectCode" TEXT NOT NULL,
                "Visit" TEXT NOT NULL
            );
            CREATE INDEX "IX_seat_view_DepartmentId_Status" ON "seat_view" ("DepartmentId", "Status");
            CREATE INDEX "IX_seat_view_Inspector" ON "seat_view" ("Inspector");
            CREATE INDEX "IX_seat_view_Match" ON "seat_view" ("Match");

            CREATE TABLE "joint_offer_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_joint_offer_view" PRIMARY KEY,
                "DepartmentId" TEXT NOT NULL,
                "With" TEXT NOT NULL
            );
            CREATE INDEX "IX_joint_offer_view_With" ON "joint_offer_view" ("With");

            CREATE TABLE "recusal_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_recusal_view" PRIMARY KEY,
                "Decision" TEXT NULL,
                "DepartmentId" TEXT NOT NULL,
                "Inspector" TEXT NOT NULL,
                "RequestedAt" INTEGER NOT NULL,
                "Side" TEXT NOT NULL,
                "SubjectCode" TEXT NOT NULL,
                "Year" INTEGER NOT NULL
            );
            CREATE INDEX "IX_recusal_view_DepartmentId" ON "recusal_view" ("DepartmentId");
            CREATE INDEX "IX_recusal_view_Inspector_SubjectCode" ON "recusal_view" ("Inspector", "SubjectCode");
            """);
    }
}
