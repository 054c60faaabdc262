using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Rows of the secrets of surprise inspections, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126103000_AddEmbargoes")]
internal sealed class AddEmbargoes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "embargo_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_embargo_view" PRIMARY KEY,
                "BegunAt" INTEGER NOT NULL,
                "Cause" TEXT,
                "DepartmentId" TEXT NOT NULL,
                "EndedAt" INTEGER
            );
            """);
    }
}
