using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Item catalogues and the changes of the law that concern them, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126100000_PostgreSqlCatalogue")]
internal sealed class PostgreSqlCatalogue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "catalogue_view" (
                "Key" text COLLATE "C" NOT NULL,
                "EffectiveFrom" text COLLATE "C",
                "Items" integer NOT NULL,
                "PublishedAt" bigint,
                "UnderWay" text COLLATE "C",
                "Version" integer NOT NULL,
                CONSTRAINT "PK_catalogue_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "basis_change_view" (
                "Key" text COLLATE "C" NOT NULL,
                "AnsweredBy" integer,
                "ChangedOn" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Law" text COLLATE "C" NOT NULL,
                "Number" integer NOT NULL,
                CONSTRAINT "PK_basis_change_view" PRIMARY KEY ("Key")
            );
            CREATE INDEX "IX_basis_change_view_DepartmentId" ON "basis_change_view" ("DepartmentId");
            """);
    }
}
