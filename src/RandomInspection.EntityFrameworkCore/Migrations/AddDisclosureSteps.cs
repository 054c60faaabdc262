using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>What may become of a duty to publish beside being met, on SQLite; what was published before was published once.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126102000_AddDisclosureSteps")]
internal sealed class AddDisclosureSteps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "obligation_view" ADD COLUMN "Status" TEXT NOT NULL DEFAULT 'Open';
            ALTER TABLE "obligation_view" ADD COLUMN "Revision" INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE "obligation_view" ADD COLUMN "DeferredUntil" TEXT NULL;
            UPDATE "obligation_view" SET "Status" = 'Published', "Revision" = 1 WHERE "PublishedAt" IS NOT NULL;
            """);
    }
}
