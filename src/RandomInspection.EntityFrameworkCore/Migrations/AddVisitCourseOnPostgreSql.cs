using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Whether a visit is approved and when it began, its drawn day, a proposed officer, and by when what was ordered is looked at again, on PostgreSQL; what stands already is told from the log.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126150000_AddVisitCourse")]
internal sealed class AddVisitCourseOnPostgreSql : Migration
{
    private const string Logs = """(SELECT "Stream", "Version", "Type", "Data" FROM "ledger" UNION ALL SELECT "Stream", "Version", "Type", "Data" FROM "sealed_ledger")""";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql($$"""
            ALTER TABLE "visit_view" ADD COLUMN "Approved" boolean NOT NULL DEFAULT FALSE;
            ALTER TABLE "visit_view" ADD COLUMN "BegunOn" text COLLATE "C";
            ALTER TABLE "visit_view" ADD COLUMN "Day" text COLLATE "C";
            ALTER TABLE "visit_view" ADD COLUMN "Proposed" text COLLATE "C";
            ALTER TABLE "visit_view" ADD COLUMN "RecheckDueOn" text COLLATE "C";

            UPDATE "visit_view" SET "Approved" = EXISTS (
                SELECT 1 FROM {{Logs}} l WHERE l."Stream" = 'visit/' || "visit_view"."Key" AND l."Type" = 'visit.approved');
            UPDATE "visit_view" SET "BegunOn" = (
                SELECT l."Data"::jsonb ->> 'on' FROM {{Logs}} l WHERE l."Stream" = 'visit/' || "visit_view"."Key" AND l."Type" = 'visit.begun');

            -- The earliest day of the orders that are not closed: that of the last follow-up, or of the order itself where it has none.
            UPDATE "visit_view" SET "RecheckDueOn" = (
                SELECT MIN(COALESCE(
                    (SELECT f."Data"::jsonb ->> 'dueOn' FROM {{Logs}} f
                     WHERE f."Stream" = o."Stream" AND f."Type" = 'visit.followUpSet' AND f."Data"::jsonb -> 'measure' = o."Data"::jsonb #> '{measure,number}'
                     ORDER BY f."Version" DESC LIMIT 1),
                    o."Data"::jsonb #>> '{measure,decidedOn}'))
                FROM {{Logs}} o
                WHERE o."Stream" = 'visit/' || "visit_view"."Key" AND o."Type" = 'visit.measureDecided' AND o."Data"::jsonb #>> '{measure,kind}' IN ('order', 'compulsion')
                  AND COALESCE((
                    SELECT r."Data"::jsonb ->> 'outcome' FROM {{Logs}} r
                    WHERE r."Stream" = o."Stream" AND r."Type" IN ('visit.followUpSet', 'visit.rechecked') AND r."Data"::jsonb -> 'measure' = o."Data"::jsonb #> '{measure,number}'
                    ORDER BY r."Version" DESC LIMIT 1), '') <> 'corrected')
            WHERE "Measures" > 0;
            """);
    }
}
