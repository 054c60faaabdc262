using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Npgsql;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>A database of some 10,000 entries with everything a year leaves behind: the whole way once, then visits from plan to publication by the hundred.</summary>
internal static class TenThousandEntries
{
    private const int VisitsAtOnce = 50;

    private static readonly Lazy<Task<string>> Made = new(MakeFileAsync), MadeOnPostgreSql = new(MakeDatabaseAsync);

    private static CancellationToken Cancellation => CancellationToken.None;

    /// <summary>The file, made once in a test run; whoever wants to change it copies it.</summary>
    public static Task<string> FileAsync() => Made.Value;

    /// <summary>The same on PostgreSQL: the name of the database, to which nobody is connected.</summary>
    public static Task<string> DatabaseAsync() => MadeOnPostgreSql.Value;

    private static async Task<string> MakeFileAsync()
    {
        string folder = Folder();
        await FillAsync(folder);

        // One file that holds everything.
        SqliteConnection.ClearAllPools();
        await using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "inspection.db")}");
        await connection.OpenAsync(Cancellation);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;";
        await command.ExecuteNonQueryAsync(Cancellation);
        return Path.Combine(folder, "inspection.db");
    }

    private static async Task<string> MakeDatabaseAsync()
    {
        string folder = Folder(), database = Path.GetFileName(folder);
        await PostgreSqlDatabases.CreateAsync(database);
        await FillAsync(folder);
        await using NpgsqlConnection pooled = new(await PostgreSqlDatabases.ConnectionStringAsync(database));
        NpgsqlConnection.ClearPool(pooled);
        return database;
    }

    private static string Folder()
    {
        string folder = Directory.CreateTempSubdirectory("ri-ten-thousand-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static async Task FillAsync(string folder)
    {
        // The way itself raises its duties; what follows brings its own with it.
        await using (TemporaryStore store = await TemporaryStore.CreateAsync(folder))
        {
            using Way way = new(store);
            await way.GoAsync(Way.Steps[^1]);
            await way.ImportAsync(600);
        }

        await using (TemporaryStore store = await TemporaryStore.CreateAsync(folder, last: services => services.RemoveAll<ILedgerConsequence>()))
        {
            (ILedger ledger, EventCodec codec) = (store.Get<ILedger>(), store.Get<EventCodec>());
            Visit first = await store.Get<VisitWorkflow>().FindAsync(Way.VisitId, Cancellation);
            int number = 1_000;
            while ((await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size < 9_700)
            {
                await ledger.CommitAsync(Visits(codec, first.Plan, number, LedgerLog.Public), Cancellation);
                number += VisitsAtOnce;
            }

            await ledger.CommitAsync(Visits(codec, first.Plan, number, LedgerLog.Sealed), Cancellation);
        }
    }

    /// <summary>Some visits in one transaction, each with all that happened to it and its duty to publish.</summary>
    private static LedgerCommit Visits(EventCodec codec, VisitEvent.Planned like, int from, LedgerLog log)
    {
        List<StreamAppend> appends = [];
        List<IView> rows = [];
        Instant at = Way.Morning + Duration.FromMinutes(from);
        LocalDate day = new(2026, 11, 23);
        for (int number = from; number < from + VisitsAtOnce; number++)
        {
            string id = FormattableString.Invariant($"{like.TaskId}-V{number:0000}");
            string officer = like.Team.Inspectors[0];
            VisitEvent.Planned planned = like with { Visit = id, JointVisit = id, SubjectName = FormattableString.Invariant($"沈阳𠮷“{number}”食品店"), JointWith = [] };
            Visit visit = Visit.Begin(planned);
            List<VisitEvent> happened = [planned, visit.Approve("年度抽查计划", "shou"), visit.Arrive(officer, day)];
            foreach (string item in planned.Items)
            {
                happened.Add(visit.Enter(item, number % 3 == 0 ? ItemResult.OrderedToCorrect : ItemResult.NoProblemFound, number % 3 == 0 ? "标签不全" : "", officer));
            }

            happened.Add(visit.Conclude(officer, day));
            if (number % 5 > 0)
            {
                happened.Add(visit.Audit("fu"));
            }

            appends.Add(new StreamAppend($"visit/{id}", 0, [.. happened.Select(codec.Encode)]));
            rows.AddRange([VisitView.Of(visit), .. SeatView.Of(visit)]);
            DisclosureEvent.Raised raised = new(
                $"result-{id}", DisclosureOccasion.ResultFormed, id, planned.SubjectName, like.Team.DepartmentId, day, new DueDate(new LocalDate(2026, 12, 21), Certainty.TailOpen, "三(八)", "2026-01"));
            DisclosureObligation duty = DisclosureObligation.Replay([raised]);
            List<DisclosureEvent> duties = [raised];
            if (number % 5 > 1)
            {
                duties.Add(duty.Publish("公示系统（辽宁）", "gong", at));
            }

            appends.Add(new StreamAppend($"disclosure/result-{id}", 0, [.. duties.Select(codec.Encode)]));
            rows.Add(ObligationView.Of(duty));
        }

        return new LedgerCommit(new Actor(like.Team.Inspectors[0], Role.Inspector), at, from % 100 == 0 ? "补录“上午”的检查" : null, [.. appends], [.. rows], Log: log);
    }
}
