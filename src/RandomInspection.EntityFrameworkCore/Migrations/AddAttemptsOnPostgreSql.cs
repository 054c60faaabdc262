using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Refused attempts, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126210000_AddAttempts")]
internal sealed class AddAttemptsOnPostgreSql : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "attempt_view" (
                "Key" text COLLATE "C" NOT NULL,
                "About" text COLLATE "C",
                "At" bigint NOT NULL,
                "Code" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "PersonId" text COLLATE "C" NOT NULL,
                "Request" text COLLATE "C" NOT NULL,
                CONSTRAINT "PK_attempt_view" PRIMARY KEY ("Key")
            );
            CREATE INDEX "IX_attempt_view_About" ON "attempt_view" ("About");
            CREATE INDEX "IX_attempt_view_At" ON "attempt_view" ("At");
            """);
    }
}
