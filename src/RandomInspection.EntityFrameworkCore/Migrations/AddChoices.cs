using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Draws over choices, and how many subjects an ad-hoc task names, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126140000_AddChoices")]
internal sealed class AddChoices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "draw_view" ADD COLUMN "Choice" TEXT NULL;
            ALTER TABLE "plan_view" ADD COLUMN "Named" INTEGER NULL;
            """);
    }
}
