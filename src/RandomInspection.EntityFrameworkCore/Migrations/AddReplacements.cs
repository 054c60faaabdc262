using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Changes of drawn lists, and which draw supplements which, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261125000300_AddReplacements")]
internal sealed class AddReplacements : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "draw_view" ADD COLUMN "Supplements" TEXT NULL;

            CREATE TABLE "replacement_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_replacement_view" PRIMARY KEY,
                "At" INTEGER NOT NULL,
                "By" TEXT NULL,
                "DepartmentId" TEXT NOT NULL,
                "Draw" TEXT NOT NULL,
                "Ground" TEXT NOT NULL,
                "Number" INTEGER NOT NULL,
                "ProposedBy" TEXT NULL,
                "State" TEXT NOT NULL,
                "TaskId" TEXT NOT NULL,
                "Unit" TEXT NOT NULL
            );
            CREATE INDEX "IX_replacement_view_TaskId" ON "replacement_view" ("TaskId");
            CREATE INDEX "IX_replacement_view_DepartmentId_State" ON "replacement_view" ("DepartmentId", "State");
            """);
    }
}
