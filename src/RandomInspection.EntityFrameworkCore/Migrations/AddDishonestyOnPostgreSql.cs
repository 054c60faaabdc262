using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Entries of dishonesty lists, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126101000_AddDishonesty")]
internal sealed class AddDishonestyOnPostgreSql : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "dishonesty_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Year" integer NOT NULL,
                "SubjectCode" text COLLATE "C" NOT NULL,
                "SubjectName" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Status" text COLLATE "C" NOT NULL,
                "StatementUntil" text COLLATE "C",
                "ListedOn" text COLLATE "C",
                "Until" text COLLATE "C",
                "Request" text COLLATE "C",
                "AppealIsOpen" boolean NOT NULL,
                "LeftBy" text COLLATE "C",
                "LeftOn" text COLLATE "C",
                CONSTRAINT "PK_dishonesty_view" PRIMARY KEY ("Key")
            );
            CREATE INDEX "IX_dishonesty_view_DepartmentId" ON "dishonesty_view" ("DepartmentId");
            CREATE INDEX "IX_dishonesty_view_Status_Until" ON "dishonesty_view" ("Status", "Until");
            CREATE INDEX "IX_dishonesty_view_SubjectCode" ON "dishonesty_view" ("SubjectCode");
            """);
    }
}
