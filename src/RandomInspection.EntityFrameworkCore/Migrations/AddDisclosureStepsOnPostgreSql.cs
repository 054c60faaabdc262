using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>What may become of a duty to publish beside being met, on PostgreSQL; what was published before was published once.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126102000_AddDisclosureSteps")]
internal sealed class AddDisclosureStepsOnPostgreSql : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "obligation_view" ADD COLUMN "Status" text COLLATE "C" NOT NULL DEFAULT 'Open';
            ALTER TABLE "obligation_view" ADD COLUMN "Revision" integer NOT NULL DEFAULT 0;
            ALTER TABLE "obligation_view" ADD COLUMN "DeferredUntil" text COLLATE "C";
            UPDATE "obligation_view" SET "Status" = 'Published', "Revision" = 1 WHERE "PublishedAt" IS NOT NULL;
            """);
    }
}
