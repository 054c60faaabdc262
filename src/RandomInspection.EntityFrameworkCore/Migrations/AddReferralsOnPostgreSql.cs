using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Whether a transfer to another authority is entered for a visit, on PostgreSQL; what stands already is told from the log.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126180000_AddReferrals")]
internal sealed class AddReferralsOnPostgreSql : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "visit_view" ADD COLUMN "Referred" boolean NOT NULL DEFAULT FALSE;
            UPDATE "visit_view" SET "Referred" = EXISTS (
                SELECT 1 FROM (SELECT "Stream", "Type", "Data" FROM "ledger" UNION ALL SELECT "Stream", "Type", "Data" FROM "sealed_ledger") l
                WHERE l."Stream" = 'visit/' || "visit_view"."Key" AND l."Type" = 'visit.measureDecided' AND l."Data"::jsonb #>> '{measure,kind}' = 'transfer')
            WHERE "Measures" > 0;
            """);
    }
}
