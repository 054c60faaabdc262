using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Day and source of credit classes, carriers, and rows of special directories, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126104000_AddCarriers")]
internal sealed class AddCarriersOnPostgreSql : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE "subject" ADD COLUMN "ClassifiedOn" text COLLATE "C";
            ALTER TABLE "subject" ADD COLUMN "ClassifiedBy" text COLLATE "C";
            ALTER TABLE "subject" ADD COLUMN "Carrier" text COLLATE "C";
            ALTER TABLE "subject" ADD COLUMN "CarrierOf" text COLLATE "C";
            CREATE INDEX "IX_subject_CarrierOf" ON "subject" ("CarrierOf");

            CREATE TABLE "special_directory_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Year" integer NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Name" text COLLATE "C" NOT NULL,
                "Version" integer NOT NULL,
                "IsRetired" boolean NOT NULL,
                CONSTRAINT "PK_special_directory_view" PRIMARY KEY ("Key")
            );
            """);
    }
}
