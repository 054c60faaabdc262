using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary><c>ri compliance</c>: a line for each clause, JSON, and an exit code that says whether one is broken.</summary>
public sealed class ComplianceTests : IDisposable
{
    private readonly Ri _ri = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Compliance_SoundStore_EveryClauseAndCodeZero()
    {
        string database = await StoreAsync(new Actor("ni", Role.Drafter));
        byte[] before = await File.ReadAllBytesAsync(database, Cancellation);
        RiRun run = Ri.Run("compliance", database, "--on", "2026-03-01").Done();
        Assert.StartsWith("public 2 ", run.Output, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 12), n => Assert.Contains($"\nA{n} ", run.Output, StringComparison.Ordinal));
        Assert.Contains("\nA12 held ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  A12.root held 2/2 ", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database, Cancellation));
    }

    [Fact]
    public async Task Compliance_StepOfAnotherRoleOrLatePlan_CodeOneAndNamed()
    {
        string database = await StoreAsync(new Actor("shen", Role.Supervisor));
        RiRun run = Ri.Run("compliance", database, "--on", "2026-03-01", "--json");
        Assert.Equal(1, run.Code);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.False(json.RootElement.GetProperty("held").GetBoolean());
        JsonElement roles = json.RootElement.GetProperty("clauses").EnumerateArray().SelectMany(clause => clause.GetProperty("checks").EnumerateArray()).Single(check => check.GetProperty("check").GetString() == "A12.roles");
        Assert.Equal(("notHeld", 0, 2), (roles.GetProperty("status").GetString(), roles.GetProperty("held").GetInt32(), roles.GetProperty("of").GetInt32()));
        Assert.Equal(["plan/P2026-001#1", "plan/P2026-001#2"], roles.GetProperty("failing").EnumerateArray().Select(id => id.GetString()));

        string late = await StoreAsync(new Actor("ni", Role.Drafter));
        RiRun april = Ri.Run("compliance", late, "--on", "2026-04-01", "--lang", "zh");
        Assert.Equal(1, april.Code);
        Assert.Contains("  A6.planDue notHeld 0/1 年度计划于 3 月 31 日前报批\n    P2026-001\n", april.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compliance_PostgreSql_SaysWhatItSaysOfAFile()
    {
        string name = Path.GetFileName(_ri.Folder), file = await StoreAsync(new Actor("shen", Role.Supervisor));
        await PostgreSqlDatabases.CreateAsync(name);
        try
        {
            string database = await PostgreSqlDatabases.ConnectionStringAsync(name);
            await FillAsync(services => services.UsePostgreSql($"{database};Pooling=false"), new Actor("shen", Role.Supervisor));
            foreach (string[] more in new string[][] { ["--on", "2026-03-01"], ["--on", "2026-04-01", "--lang", "zh"], ["--on", "2026-03-01", "--json"] })
            {
                RiRun run = Ri.Run(["compliance", database, .. more]), same = Ri.Run(["compliance", file, .. more]);
                Assert.Equal((1, Unsalted(same.Output)), (run.Code, Unsalted(run.Output)));
            }

            Ri.Run("compliance", database.Replace(name, "none", StringComparison.Ordinal)).Refused("RI6093", "Database=none");
        }
        finally
        {
            await PostgreSqlDatabases.DropAsync(name);
        }

        // Salts differ, and so do roots.
        static string Unsalted(string output) => System.Text.RegularExpressions.Regex.Replace(output, "[0-9a-f]{64}", "…");
    }

    [Fact]
    public void Compliance_NoDatabaseOrBadDay_Refused()
    {
        Ri.Run("compliance", _ri["none.db"]).Refused("RI6093");
        Ri.Run("compliance", _ri["none.db"], "--on", "31.12.2026").Refused("RI9120", "31.12.2026");
    }

    public void Dispose() => _ri.Dispose();

    /// <summary>A database with a plan that somebody drafted.</summary>
    private async Task<string> StoreAsync(Actor actor)
    {
        string database = _ri[$"{Guid.NewGuid():N}.db"];
        await FillAsync(builder => builder.UseSqlite($"Data Source={database};Pooling=False"), actor);
        return database;
    }

    private static async Task FillAsync(Action<RandomInspectionBuilder> use, Actor actor)
    {
        ServiceCollection services = new();
        RandomInspectionBuilder builder = services.AddRandomInspection();
        use(builder);
        builder.UseCatalogue([]);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(Cancellation);
        (AnnualPlan plan, PlanEvent.Drafted drafted) = AnnualPlan.Begin("P2026-001", 2026, "market", "计划", "ni");
        PlanEvent.TaskAdded added = plan.Add(new PlannedTask("P2026-001-T01", "食品", ["SCJG-01"], new LocalDate(2026, 3, 1), new LocalDate(2026, 12, 31)), PublishedItems.Of([new InspectionItem("SCJG-01", "market", "食品经营抽查", "Food trade", "食品安全法 第一百一十条", true, 10)]));
        ImmutableArray<EncodedEvent> events = [DomainEvents.Codec.Encode(drafted), DomainEvents.Codec.Encode(added)];
        await provider.GetRequiredService<ILedger>().CommitAsync(
            new LedgerCommit(actor, Instant.FromUtc(2026, 1, 23, 1, 0), null, [new StreamAppend("plan/P2026-001", 0, events)], [PlanView.Of(plan), .. TaskView.Of(plan)]), Cancellation);
    }
}
