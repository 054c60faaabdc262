using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Requests of programs that were carried out, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126190000_AddAnsweredRequests")]
internal sealed class AddAnsweredRequestsOnPostgreSql : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "answered_request" (
                "Key" text COLLATE "C" NOT NULL,
                "Part" integer NOT NULL,
                "At" bigint NOT NULL,
                "Payload" text COLLATE "C" NOT NULL,
                "Written" text COLLATE "C" NOT NULL,
                CONSTRAINT "PK_answered_request" PRIMARY KEY ("Key", "Part")
            );
            CREATE INDEX "IX_answered_request_At" ON "answered_request" ("At");
            """);
    }
}
