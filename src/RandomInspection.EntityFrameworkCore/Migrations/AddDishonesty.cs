using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Entries of dishonesty lists, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126101000_AddDishonesty")]
internal sealed class AddDishonesty : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "dishonesty_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_dishonesty_view" PRIMARY KEY,
                "AppealIsOpen" INTEGER NOT NULL,
                "DepartmentId" TEXT NOT NULL,
                "LeftBy" TEXT NULL,
                "LeftOn" TEXT NULL,
                "ListedOn" TEXT NULL,
                "Request" TEXT NULL,
                "StatementUntil" TEXT NULL,
                "Status" TEXT NOT NULL,
                "SubjectCode" TEXT NOT NULL,
                "SubjectName" TEXT NOT NULL,
                "Until" TEXT NULL,
                "Year" INTEGER NOT NULL
            );
            CREATE INDEX "IX_dishonesty_view_DepartmentId" ON "dishonesty_view" ("DepartmentId");
            CREATE INDEX "IX_dishonesty_view_Status_Until" ON "dishonesty_view" ("Status", "Until");
            CREATE INDEX "IX_dishonesty_view_SubjectCode" ON "dishonesty_view" ("SubjectCode");
            """);
    }
}
