using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Whether a transfer to another authority is entered for a visit, on SQLite; what stands already is told from the log.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126180000_AddReferrals")]
internal sealed class AddReferrals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "visit_view" ADD COLUMN "Referred" INTEGER NOT NULL DEFAULT 0;
            UPDATE "visit_view" SET "Referred" = EXISTS (
                SELECT 1 FROM (SELECT "Stream", "Type", "Data" FROM "ledger" UNION ALL SELECT "Stream", "Type", "Data" FROM "sealed_ledger") l
                WHERE l."Stream" = 'visit/' || "visit_view"."Key" AND l."Type" = 'visit.measureDecided' AND json_extract(l."Data", '$.measure.kind') = 'transfer')
            WHERE "Measures" > 0;
            """);
    }
}
