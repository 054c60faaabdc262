using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Rows of the secrets of surprise inspections, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126103000_AddEmbargoes")]
internal sealed class AddEmbargoesOnPostgreSql : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "embargo_view" (
                "Key" text COLLATE "C" NOT NULL,
                "BegunAt" bigint NOT NULL,
                "Cause" text COLLATE "C",
                "DepartmentId" text COLLATE "C" NOT NULL,
                "EndedAt" bigint,
                CONSTRAINT "PK_embargo_view" PRIMARY KEY ("Key")
            );
            """);
    }
}
