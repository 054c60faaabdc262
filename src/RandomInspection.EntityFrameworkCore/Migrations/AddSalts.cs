using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Salts of entries, on SQLite; entries that stand already have none.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126020000_AddSalts")]
internal sealed class AddSalts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "ledger" ADD COLUMN "Salt" TEXT NULL;
            ALTER TABLE "sealed_ledger" ADD COLUMN "Salt" TEXT NULL;
            """);
    }
}
