using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace RandomInspection.EntityFrameworkCore.Migrations;

/// <summary>The first tables, on PostgreSQL.</summary>
[DbContext(typeof(PostgreSqlContext))]
[Migration("20261126020000_PostgreSqlTables")]
internal sealed class PostgreSqlTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE "checkpoint_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Size" bigint NOT NULL,
                "At" bigint NOT NULL,
                "Occasion" text COLLATE "C" NOT NULL,
                "Cosignatures" integer NOT NULL,
                "Note" text COLLATE "C" NOT NULL,
                CONSTRAINT "PK_checkpoint_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "directory" (
                "Name" text COLLATE "C" NOT NULL,
                "Version" bigint NOT NULL,
                CONSTRAINT "PK_directory" PRIMARY KEY ("Name")
            );

            CREATE TABLE "disclosed_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Number" bigint NOT NULL,
                "Obligation" text COLLATE "C" NOT NULL,
                "About" text COLLATE "C" NOT NULL,
                "Title" text COLLATE "C" NOT NULL,
                "Occasion" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Channel" text COLLATE "C" NOT NULL,
                "PublishedAt" bigint NOT NULL,
                CONSTRAINT "PK_disclosed_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "draw_offer_view" (
                "Key" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "With" text COLLATE "C" NOT NULL,
                CONSTRAINT "PK_draw_offer_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "draw_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Year" integer NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "TaskId" text COLLATE "C" NOT NULL,
                "Joined" text COLLATE "C" NOT NULL DEFAULT '',
                "Attempt" integer NOT NULL,
                "Status" text COLLATE "C" NOT NULL,
                "FrameSize" bigint NOT NULL,
                "Selected" bigint NOT NULL,
                "Assurance" text COLLATE "C",
                "BreakOff" boolean,
                "EndedAt" bigint,
                "Supplements" text COLLATE "C",
                CONSTRAINT "PK_draw_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "evidence" (
                "Digest" text COLLATE "C" NOT NULL,
                "Bytes" bytea NOT NULL,
                CONSTRAINT "PK_evidence" PRIMARY KEY ("Digest")
            );

            CREATE TABLE "evidence_for_now" (
                "Digest" text COLLATE "C" NOT NULL,
                "Since" bigint NOT NULL,
                CONSTRAINT "PK_evidence_for_now" PRIMARY KEY ("Digest")
            );

            CREATE TABLE "inspector" (
                "Id" text COLLATE "C" NOT NULL,
                "Name" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Kind" text COLLATE "C" NOT NULL,
                "Level" text COLLATE "C" NOT NULL,
                "Regions" text COLLATE "C" NOT NULL,
                "Qualifications" text COLLATE "C" NOT NULL,
                "Certificates" text COLLATE "C" NOT NULL,
                "Leave" text COLLATE "C" NOT NULL,
                "Capacity" integer,
                "Status" text COLLATE "C" NOT NULL,
                "Since" bigint NOT NULL,
                CONSTRAINT "PK_inspector" PRIMARY KEY ("Id")
            );

            CREATE TABLE "joint_offer_view" (
                "Key" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "With" text COLLATE "C" NOT NULL,
                CONSTRAINT "PK_joint_offer_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "ledger" (
                "Sequence" bigint NOT NULL,
                "Stream" text COLLATE "C" NOT NULL,
                "Version" integer NOT NULL,
                "Type" text COLLATE "C" NOT NULL,
                "Actor" text COLLATE "C" NOT NULL,
                "Role" text COLLATE "C" NOT NULL,
                "Reason" text COLLATE "C",
                "At" bigint NOT NULL,
                "Data" text COLLATE "C" NOT NULL,
                "Salt" text COLLATE "C",
                CONSTRAINT "PK_ledger" PRIMARY KEY ("Sequence")
            );

            CREATE TABLE "ledger_head" (
                "Id" integer NOT NULL,
                "Size" bigint NOT NULL,
                "Frontier" bytea NOT NULL,
                "Root" text COLLATE "C" NOT NULL,
                CONSTRAINT "PK_ledger_head" PRIMARY KEY ("Id")
            );

            CREATE TABLE "ledger_node" (
                "Log" integer NOT NULL,
                "Level" integer NOT NULL,
                "Index" bigint NOT NULL,
                "Hash" bytea NOT NULL,
                CONSTRAINT "PK_ledger_node" PRIMARY KEY ("Log", "Level", "Index")
            );

            CREATE TABLE "ledger_stream" (
                "Stream" text COLLATE "C" NOT NULL,
                "Log" integer NOT NULL,
                "Version" integer NOT NULL,
                CONSTRAINT "PK_ledger_stream" PRIMARY KEY ("Stream")
            );

            CREATE TABLE "match_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Year" integer NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "TaskId" text COLLATE "C" NOT NULL,
                "Joined" text COLLATE "C" NOT NULL DEFAULT '',
                "Draw" text COLLATE "C" NOT NULL,
                "Attempt" integer NOT NULL,
                "Status" text COLLATE "C" NOT NULL,
                "Visits" integer NOT NULL,
                "Seats" integer NOT NULL,
                "Missing" integer NOT NULL,
                "MixFactor" integer NOT NULL,
                "Assurance" text COLLATE "C",
                "BreakOff" boolean,
                "EndedAt" bigint,
                CONSTRAINT "PK_match_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "obligation_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Occasion" text COLLATE "C" NOT NULL,
                "About" text COLLATE "C" NOT NULL,
                "Title" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "EventDay" text COLLATE "C" NOT NULL,
                "DueOn" text COLLATE "C" NOT NULL,
                "Certainty" text COLLATE "C",
                "Rule" text COLLATE "C" NOT NULL,
                "PublishedAt" bigint,
                CONSTRAINT "PK_obligation_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "personal" (
                "Commitment" text COLLATE "C" NOT NULL,
                "About" text COLLATE "C",
                "Salt" text COLLATE "C",
                "Text" text COLLATE "C",
                "ErasedAt" bigint,
                CONSTRAINT "PK_personal" PRIMARY KEY ("Commitment")
            );

            CREATE TABLE "plan_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Year" integer NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Kind" text COLLATE "C" NOT NULL DEFAULT 'Annual',
                "Title" text COLLATE "C" NOT NULL,
                "Status" text COLLATE "C" NOT NULL,
                "Tasks" integer NOT NULL,
                "ApprovedAt" bigint,
                CONSTRAINT "PK_plan_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "recusal_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Year" integer NOT NULL,
                "Inspector" text COLLATE "C" NOT NULL,
                "SubjectCode" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Side" text COLLATE "C" NOT NULL,
                "RequestedAt" bigint NOT NULL,
                "Decision" text COLLATE "C",
                CONSTRAINT "PK_recusal_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "replacement_view" (
                "Key" text COLLATE "C" NOT NULL,
                "TaskId" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Draw" text COLLATE "C" NOT NULL,
                "Number" integer NOT NULL,
                "Unit" text COLLATE "C" NOT NULL,
                "By" text COLLATE "C",
                "Ground" text COLLATE "C" NOT NULL,
                "State" text COLLATE "C" NOT NULL,
                "ProposedBy" text COLLATE "C",
                "At" bigint NOT NULL,
                CONSTRAINT "PK_replacement_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "sealed_ledger" (
                "Sequence" bigint NOT NULL,
                "Stream" text COLLATE "C" NOT NULL,
                "Version" integer NOT NULL,
                "Type" text COLLATE "C" NOT NULL,
                "Actor" text COLLATE "C" NOT NULL,
                "Role" text COLLATE "C" NOT NULL,
                "Reason" text COLLATE "C",
                "At" bigint NOT NULL,
                "Data" text COLLATE "C" NOT NULL,
                "Salt" text COLLATE "C",
                CONSTRAINT "PK_sealed_ledger" PRIMARY KEY ("Sequence")
            );

            CREATE TABLE "seat_view" (
                "Key" text COLLATE "C" NOT NULL,
                "Visit" text COLLATE "C" NOT NULL,
                "Inspector" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Match" text COLLATE "C" NOT NULL,
                "JointVisit" text COLLATE "C" NOT NULL,
                "SubjectCode" text COLLATE "C" NOT NULL,
                "Replaced" boolean NOT NULL,
                "Status" text COLLATE "C" NOT NULL,
                "Conclusion" text COLLATE "C",
                "ConcludedOn" text COLLATE "C",
                CONSTRAINT "PK_seat_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "subject" (
                "Code" text COLLATE "C" NOT NULL,
                "Name" text COLLATE "C" NOT NULL,
                "Kind" text COLLATE "C" NOT NULL,
                "Region" text COLLATE "C" NOT NULL,
                "Trade" text COLLATE "C" NOT NULL,
                "CreditClass" text COLLATE "C" NOT NULL,
                "EstablishedOn" text COLLATE "C",
                "Scope" text COLLATE "C" NOT NULL,
                "Status" text COLLATE "C" NOT NULL,
                "Tags" text COLLATE "C" NOT NULL DEFAULT '',
                CONSTRAINT "PK_subject" PRIMARY KEY ("Code")
            );

            CREATE TABLE "task_view" (
                "Key" text COLLATE "C" NOT NULL,
                "PlanId" text COLLATE "C" NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "Title" text COLLATE "C" NOT NULL,
                "From" text COLLATE "C" NOT NULL,
                "To" text COLLATE "C" NOT NULL,
                "PlanStatus" text COLLATE "C" NOT NULL,
                "Removed" boolean NOT NULL,
                CONSTRAINT "PK_task_view" PRIMARY KEY ("Key")
            );

            CREATE TABLE "visit_view" (
                "Key" text COLLATE "C" NOT NULL,
                "TaskId" text COLLATE "C" NOT NULL,
                "Match" text COLLATE "C" NOT NULL,
                "JointVisit" text COLLATE "C" NOT NULL,
                "JointWith" integer NOT NULL,
                "DepartmentId" text COLLATE "C" NOT NULL,
                "SubjectCode" text COLLATE "C" NOT NULL,
                "SubjectName" text COLLATE "C" NOT NULL,
                "Region" text COLLATE "C" NOT NULL,
                "From" text COLLATE "C" NOT NULL,
                "To" text COLLATE "C" NOT NULL,
                "Status" text COLLATE "C" NOT NULL,
                "Missing" integer NOT NULL,
                "Conclusion" text COLLATE "C",
                "ConcludedOn" text COLLATE "C",
                "Measures" integer NOT NULL,
                CONSTRAINT "PK_visit_view" PRIMARY KEY ("Key")
            );

            CREATE INDEX "IX_checkpoint_view_Size" ON "checkpoint_view" ("Size");
            CREATE INDEX "IX_disclosed_view_Number" ON "disclosed_view" ("Number");
            CREATE INDEX "IX_draw_offer_view_With" ON "draw_offer_view" ("With");
            CREATE INDEX "IX_draw_view_TaskId" ON "draw_view" ("TaskId");
            CREATE INDEX "IX_inspector_DepartmentId" ON "inspector" ("DepartmentId");
            CREATE INDEX "IX_inspector_Name" ON "inspector" ("Name");
            CREATE INDEX "IX_joint_offer_view_With" ON "joint_offer_view" ("With");
            CREATE UNIQUE INDEX "IX_ledger_Stream_Version" ON "ledger" ("Stream", "Version");
            CREATE INDEX "IX_match_view_TaskId" ON "match_view" ("TaskId");
            CREATE INDEX "IX_obligation_view_About" ON "obligation_view" ("About");
            CREATE INDEX "IX_obligation_view_PublishedAt_DueOn" ON "obligation_view" ("PublishedAt", "DueOn");
            CREATE INDEX "IX_personal_About" ON "personal" ("About");
            CREATE INDEX "IX_recusal_view_DepartmentId" ON "recusal_view" ("DepartmentId");
            CREATE INDEX "IX_recusal_view_Inspector_SubjectCode" ON "recusal_view" ("Inspector", "SubjectCode");
            CREATE INDEX "IX_replacement_view_DepartmentId_State" ON "replacement_view" ("DepartmentId", "State");
            CREATE INDEX "IX_replacement_view_TaskId" ON "replacement_view" ("TaskId");
            CREATE UNIQUE INDEX "IX_sealed_ledger_Stream_Version" ON "sealed_ledger" ("Stream", "Version");
            CREATE INDEX "IX_seat_view_DepartmentId_Status" ON "seat_view" ("DepartmentId", "Status");
            CREATE INDEX "IX_seat_view_Inspector" ON "seat_view" ("Inspector");
            CREATE INDEX "IX_seat_view_Match" ON "seat_view" ("Match");
            CREATE INDEX "IX_subject_Name" ON "subject" ("Name");
            CREATE INDEX "IX_subject_Region_Trade_CreditClass_Status" ON "subject" ("Region", "Trade", "CreditClass", "Status");
            CREATE INDEX "IX_subject_Tags" ON "subject" ("Tags");
            CREATE INDEX "IX_task_view_PlanId" ON "task_view" ("PlanId");
            CREATE INDEX "IX_visit_view_DepartmentId_Status" ON "visit_view" ("DepartmentId", "Status");
            CREATE INDEX "IX_visit_view_Match_Status" ON "visit_view" ("Match", "Status");
            CREATE INDEX "IX_visit_view_SubjectCode" ON "visit_view" ("SubjectCode");
            CREATE INDEX "IX_visit_view_TaskId" ON "visit_view" ("TaskId");

            -- 全程留痕: what is written stays as it is.
            CREATE FUNCTION "ledger_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;
            CREATE TRIGGER "ledger_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger" FOR EACH STATEMENT EXECUTE FUNCTION "ledger_append_only"();
            CREATE TRIGGER "ledger_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "sealed_ledger" FOR EACH STATEMENT EXECUTE FUNCTION "ledger_append_only"();

            -- A name of a stream stands in one log only. Two writers at once wait for each other at the stream's row in "ledger_stream".
            CREATE FUNCTION "ledger_own_streams"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF TG_TABLE_NAME = 'ledger' AND EXISTS (SELECT 1 FROM "sealed_ledger" WHERE "Stream" = NEW."Stream") THEN
                    RAISE EXCEPTION 'the stream stands in the sealed log';
                ELSIF TG_TABLE_NAME = 'sealed_ledger' AND EXISTS (SELECT 1 FROM "ledger" WHERE "Stream" = NEW."Stream") THEN
                    RAISE EXCEPTION 'the stream stands in the public log';
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER "ledger_own_streams" BEFORE INSERT ON "ledger" FOR EACH ROW EXECUTE FUNCTION "ledger_own_streams"();
            CREATE TRIGGER "ledger_own_streams" BEFORE INSERT ON "sealed_ledger" FOR EACH ROW EXECUTE FUNCTION "ledger_own_streams"();

            -- Both heads from the beginning, the root that of the empty tree: there must be a row to lock.
            INSERT INTO "ledger_head" ("Id", "Size", "Frontier", "Root") VALUES
                (1, 0, '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
                (2, 0, '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
            """);
    }
}
