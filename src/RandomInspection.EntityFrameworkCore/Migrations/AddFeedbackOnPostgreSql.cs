using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Ratings of visits, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126190000_AddFeedback")]
internal sealed class AddFeedbackOnPostgreSql : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "feedback_view" (
                "Key" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Integrity" integer NOT NULL,
                "Conduct" integer NOT NULL,
                "Efficiency" integer NOT NULL,
                "Text" text COLLATE "C",
                CONSTRAINT "PK_feedback_view" PRIMARY KEY ("Key")
            );
            """);
    }
}
