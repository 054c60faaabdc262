using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Day and source of credit classes, carriers, and rows of special directories, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126104000_AddCarriers")]
internal sealed class AddCarriers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "subject" ADD COLUMN "ClassifiedOn" TEXT NULL;
            ALTER TABLE "subject" ADD COLUMN "ClassifiedBy" TEXT NULL;
            ALTER TABLE "subject" ADD COLUMN "Carrier" TEXT NULL;
            ALTER TABLE "subject" ADD COLUMN "CarrierOf" TEXT NULL;
            CREATE INDEX "IX_subject_CarrierOf" ON "subject" ("CarrierOf");

            CREATE TABLE "special_directory_view" (
                "Key" TEXT NOT NULL CONSTRAINT "PK_special_directory_view" PRIMARY KEY,
                "DepartmentId" TEXT NOT NULL,
                "IsRetired" INTEGER NOT NULL,
                "Name" TEXT NOT NULL,
                "Version" INTEGER NOT NULL,
                "Year" INTEGER NOT NULL
            );
            """);
    }
}
