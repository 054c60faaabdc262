using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Ratings of visits, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126190000_AddFeedback")]
internal sealed class AddFeedback : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "feedback_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_feedback_view" PRIMARY KEY,
                "Conduct" INTEGER NOT NULL,
                "DepartmentId" TEXT NOT NULL,
                "Efficiency" INTEGER NOT NULL,
                "Integrity" INTEGER NOT NULL,
                "Text" TEXT NULL
            );
            """);
    }
}
