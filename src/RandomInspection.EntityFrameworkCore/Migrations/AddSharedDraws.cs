using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Tasks that share a draw, and whether the last to reveal could break it off, on SQLite; what stands already is told from the log.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261125000200_AddSharedDraws")]
internal sealed class AddSharedDraws : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "draw_view" ADD COLUMN "Joined" TEXT NOT NULL DEFAULT '';
            ALTER TABLE "draw_view" ADD COLUMN "BreakOff" INTEGER NULL;
            ALTER TABLE "match_view" ADD COLUMN "Joined" TEXT NOT NULL DEFAULT '';
            ALTER TABLE "match_view" ADD COLUMN "BreakOff" INTEGER NULL;

            CREATE TABLE "draw_offer_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_draw_offer_view" PRIMARY KEY,
                "DepartmentId" TEXT NOT NULL,
                "With" TEXT NOT NULL
            );
            CREATE INDEX "IX_draw_offer_view_With" ON "draw_offer_view" ("With");

            UPDATE "draw_view" SET "BreakOff" = (
                SELECT SUM(json_extract(p.value, '$.kind') = 'committed') > 0 AND SUM(json_extract(p.value, '$.kind') = 'public') = 0
                FROM "ledger" l, json_each(json_extract(l."Data", '$.opening'), '$.parties') p
                WHERE l."Type" = 'draw.opened' AND l."Stream" = 'draw/' || "draw_view"."Key")
            WHERE "Assurance" IS NOT NULL;
            UPDATE "match_view" SET "BreakOff" = (
                SELECT SUM(json_extract(p.value, '$.kind') = 'committed') > 0 AND SUM(json_extract(p.value, '$.kind') = 'public') = 0
                FROM "ledger" l, json_each(json_extract(l."Data", '$.opening'), '$.parties') p
                WHERE l."Type" = 'draw.opened' AND l."Stream" = 'match/' || "match_view"."Key")
            WHERE "Assurance" IS NOT NULL;
            UPDATE "match_view" SET "Joined" = COALESCE((
                SELECT group_concat(' ' || j.value || ' ', '')
                FROM "ledger" l, json_each(l."Data", '$.match.joined') j
                WHERE l."Type" = 'draw.prepared' AND l."Stream" = 'match/' || "match_view"."Key"), '');
            """);
    }
}
