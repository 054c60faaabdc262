using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Versions of plans, their amendments and the grounds of ad-hoc tasks, on PostgreSQL; what is approved already is in its first version.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126110000_PostgreSqlPlanVersions")]
internal sealed class PostgreSqlPlanVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "plan_view" ADD COLUMN "Version" integer NOT NULL DEFAULT 0;
            ALTER TABLE "plan_view" ADD COLUMN "Amendment" text COLLATE "C";
            ALTER TABLE "plan_view" ADD COLUMN "Ground" text COLLATE "C";
            UPDATE "plan_view" SET "Version" = 1 WHERE "Status" = 'Approved';
            """);
    }
}
