using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Requests of programs that were carried out, on SQLite.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261126190000_AddAnsweredRequests")]
internal sealed class AddAnsweredRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "answered_request" (
                "Key" TEXT NOT NULL,
                "Part" INTEGER NOT NULL,
                "At" INTEGER NOT NULL,
                "Payload" TEXT NOT NULL,
                "Written" TEXT NOT NULL,
                CONSTRAINT "PK_answered_request" PRIMARY KEY ("Key", "Part")
            );
            CREATE INDEX "IX_answered_request_At" ON "answered_request" ("At");
            """);
    }
}
