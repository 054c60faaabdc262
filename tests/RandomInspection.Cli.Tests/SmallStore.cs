using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>A host's store with one plan of two entries.</summary>
internal static class SmallStore
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<string> CreateAsync(string file, string title)
    {
        await FillAsync(services => services.UseSqlite($"Data Source={file};Pooling=False"), title);
        return file;
    }

    public static async Task FillAsync(Func<RandomInspectionBuilder, RandomInspectionBuilder> use, string title)
    {
        ServiceCollection services = new();
        use(services.AddRandomInspection()).UseCatalogue([]);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(Cancellation);
        Acting drafter = new(new Person("ni", "ni", "ni", "market", [Role.Drafter]), Instant.FromUtc(2026, 11, 23, 1, 0));
        (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin("P2026-001", 2026, "market", title, "ni");
        PlanEvent.TaskAdded added = plan.Add(
            new PlannedTask("P2026-001-T01", "食品经营抽查", ["SCJG-01"], new LocalDate(2026, 3, 1), new LocalDate(2026, 12, 31)), PublishedItems.Of([new InspectionItem("SCJG-01", "market", "食品经营抽查", "Food trade", "食品安全法 第一百一十条", true, 10)]));
        ImmutableArray<EncodedEvent> events = [DomainEvents.Codec.Encode(drafted), DomainEvents.Codec.Encode(added)];
        await provider.GetRequiredService<ILedger>().CommitAsync(
            new LedgerCommit(drafter.As(PlanSteps.Begin), drafter.At, null, [new StreamAppend("plan/P2026-001", 0, events)], [PlanView.Of(plan), .. TaskView.Of(plan)]), Cancellation);
    }

    public static async Task ExecuteAsync(string database, string sql)
    {
        await using SqliteConnection connection = new($"Data Source={database};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests say the statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
