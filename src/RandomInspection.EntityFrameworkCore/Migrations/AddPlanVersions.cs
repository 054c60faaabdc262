using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Versions of plans, their amendments and the grounds of ad-hoc tasks, on SQLite; what is approved already is in its first version.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126110000_AddPlanVersions")]
internal sealed class AddPlanVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "plan_view" ADD COLUMN "Version" INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE "plan_view" ADD COLUMN "Amendment" TEXT NULL;
            ALTER TABLE "plan_view" ADD COLUMN "Ground" TEXT NULL;
            UPDATE "plan_view" SET "Version" = 1 WHERE "Status" = 'Approved';
            """);
    }
}
