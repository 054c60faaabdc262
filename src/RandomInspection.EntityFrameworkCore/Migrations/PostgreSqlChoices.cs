using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Draws over choices, and how many subjects an ad-hoc task names, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126140000_PostgreSqlChoices")]
internal sealed class PostgreSqlChoices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "draw_view" ADD COLUMN "Choice" text COLLATE "C";
            ALTER TABLE "plan_view" ADD COLUMN "Named" integer;
            """);
    }
}
