using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Tags of subjects, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126080000_AddTags")]
internal sealed class AddTags : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "subject" ADD COLUMN "Tags" TEXT NOT NULL DEFAULT '';
            CREATE INDEX "IX_subject_Tags" ON "subject" ("Tags");
            """);
    }
}
