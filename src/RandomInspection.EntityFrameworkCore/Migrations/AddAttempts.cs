using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Refused attempts, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126210000_AddAttempts")]
internal sealed class AddAttempts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "attempt_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_attempt_view" PRIMARY KEY,
                "About" TEXT NULL,
                "At" INTEGER NOT NULL,
                "Code" TEXT NOT NULL,
                "DepartmentId" TEXT NOT NULL,
                "PersonId" TEXT NOT NULL,
                "Request" TEXT NOT NULL
            );
            CREATE INDEX "IX_attempt_view_About" ON "attempt_view" ("About");
            CREATE INDEX "IX_attempt_view_At" ON "attempt_view" ("At");
            """);
    }
}
