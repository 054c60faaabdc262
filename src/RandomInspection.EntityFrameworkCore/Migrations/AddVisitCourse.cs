using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Whether a visit is approved and when it began, its drawn day, a proposed officer, and by when what was ordered is looked at again, on SQLite; what stands already is told from the log.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126150000_AddVisitCourse")]
internal sealed class AddVisitCourse : Migration
{
    private const string Logs = """(SELECT "Stream", "Version", "Type", "Data" FROM "ledger" UNION ALL SELECT "Stream", "Version", "Type", "Data" FROM "sealed_ledger")""";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql($$"""
            ALTER TABLE "visit_view" ADD COLUMN "Approved" INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE "visit_view" ADD COLUMN "BegunOn" TEXT NULL;
            ALTER TABLE "visit_view" ADD COLUMN "Day" TEXT NULL;
            ALTER TABLE "visit_view" ADD COLUMN "Proposed" TEXT NULL;
            ALTER TABLE "visit_view" ADD COLUMN "RecheckDueOn" TEXT NULL;

            UPDATE "visit_view" SET "Approved" = EXISTS (
                SELECT 1 FROM {{Logs}} l WHERE l."Stream" = 'visit/' || "visit_view"."Key" AND l."Type" = 'visit.approved');
            UPDATE "visit_view" SET "BegunOn" = (
                SELECT json_extract(l."Data", '$.on') FROM {{Logs}} l WHERE l."Stream" = 'visit/' || "visit_view"."Key" AND l."Type" = 'visit.begun');

            -- The earliest day of the orders that are not closed: that of the last follow-up, or of the order itself where it has none.
            UPDATE "visit_view" SET "RecheckDueOn" = (
                SELECT MIN(COALESCE(
                    (SELECT json_extract(f."Data", '$.dueOn') FROM {{Logs}} f
                     WHERE f."Stream" = o."Stream" AND f."Type" = 'visit.followUpSet' AND json_extract(f."Data", '$.measure') = json_extract(o."Data", '$.measure.number')
                     ORDER BY f."Version" DESC LIMIT 1),
                    json_extract(o."Data", '$.measure.decidedOn')))
                FROM {{Logs}} o
                WHERE o."Stream" = 'visit/' || "visit_view"."Key" AND o."Type" = 'visit.measureDecided' AND json_extract(o."Data", '$.measure.kind') IN ('order', 'compulsion')
                  AND COALESCE((
                    SELECT json_extract(r."Data", '$.outcome') FROM {{Logs}} r
                    WHERE r."Stream" = o."Stream" AND r."Type" IN ('visit.followUpSet', 'visit.rechecked') AND json_extract(r."Data", '$.measure') = json_extract(o."Data", '$.measure.number')
                    ORDER BY r."Version" DESC LIMIT 1), '') <> 'corrected')
            WHERE "Measures" > 0;
            """);
    }
}
