using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Rows of checkpoints and of publications, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126030000_AddCheckpoints")]
internal sealed class AddCheckpoints : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "checkpoint_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_checkpoint_view" PRIMARY KEY,
                "At" INTEGER NOT NULL,
                "Cosignatures" INTEGER NOT NULL,
                "Note" TEXT NOT NULL,
                "Occasion" TEXT NOT NULL,
                "Size" INTEGER NOT NULL
            );
            CREATE INDEX "IX_checkpoint_view_Size" ON "checkpoint_view" ("Size");

            CREATE TABLE "disclosed_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_disclosed_view" PRIMARY KEY,
                "About" TEXT NOT NULL,
                "Channel" TEXT NOT NULL,
                "DepartmentId" TEXT NOT NULL,
                "Number" INTEGER NOT NULL,
                "Obligation" TEXT NOT NULL,
                "Occasion" TEXT NOT NULL,
                "PublishedAt" INTEGER NOT NULL,
                "Title" TEXT NOT NULL
            );
            CREATE INDEX "IX_disclosed_view_Number" ON "disclosed_view" ("Number");
            """);
    }
}
