using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>Files that are kept for now only; whatever was kept before stays for good.</summary>
[DbContext(typeof(InspectionContext))]
[Migration("20261123190000_EvidenceForNow")]
internal sealed class EvidenceForNow : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "evidence_for_now" (
                "Digest" TEXT NOT NULL CONSTRAINT "PK_evidence_for_now" PRIMARY KEY,
                "Since" INTEGER NOT NULL
            );
            """);
    }
}
