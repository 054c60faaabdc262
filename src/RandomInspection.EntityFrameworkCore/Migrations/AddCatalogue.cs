using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Item catalogues and the changes of the law that concern them, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126100000_AddCatalogue")]
internal sealed class AddCatalogue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "catalogue_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_catalogue_view" PRIMARY KEY,
                "EffectiveFrom" TEXT NULL,
                "Items" INTEGER NOT NULL,
                "PublishedAt" INTEGER NULL,
                "UnderWay" TEXT NULL,
                "Version" INTEGER NOT NULL
            );

            CREATE TABLE "basis_change_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_basis_change_view" PRIMARY KEY,
                "AnsweredBy" INTEGER NULL,
                "ChangedOn" TEXT NOT NULL,
                "DepartmentId" TEXT NOT NULL,
                "Law" TEXT NOT NULL,
                "Number" INTEGER NOT NULL
            );
            CREATE INDEX "IX_basis_change_view_DepartmentId" ON "basis_change_view" ("DepartmentId");
            """);
    }
}
