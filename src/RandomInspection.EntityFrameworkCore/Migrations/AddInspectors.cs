using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>The inspector directory, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261123100000_AddInspectors")]
internal sealed class AddInspectors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "inspector" (
                "Id" TEXT NOT NULL CONSTRAINT "PK_inspector" PRIMARY KEY,
                "Capacity" INTEGER NULL,
                "Certificates" TEXT NOT NULL,
                "DepartmentId" TEXT NOT NULL,
                "Kind" TEXT NOT NULL,
                "Leave" TEXT NOT NULL,
                "Level" TEXT NOT NULL,
                "Name" TEXT NOT NULL,
                "Qualifications" TEXT NOT NULL,
                "Regions" TEXT NOT NULL,
                "Since" INTEGER NOT NULL,
                "Status" TEXT NOT NULL
            );
            CREATE INDEX "IX_inspector_DepartmentId" ON "inspector" ("DepartmentId");
            CREATE INDEX "IX_inspector_Name" ON "inspector" ("Name");
            """);
    }
}
