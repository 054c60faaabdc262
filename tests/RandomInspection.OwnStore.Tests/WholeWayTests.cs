using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OwnStore;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>From an import to a published result on the store of one's own, restarted after every step.</summary>
public sealed class WholeWayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ri-own-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Way_RestartedAfterEveryStep_EndsAsInMemory()
    {
        foreach (string step in Way.Steps)
        {
            await using ServiceProvider host = Host(builder => builder.UseOwnStore(Path.Combine(_folder, "own.db")));
            using Way way = new(host);
            await way.StepAsync(step);
        }

        await using ServiceProvider own = Host(builder => builder.UseOwnStore(Path.Combine(_folder, "own.db"))), memory = Host(builder => builder.UseInMemory());
        using (Way plain = new(memory))
        {
            await plain.GoAsync("publishResult");
        }

        ObligationView published = (await own.GetRequiredService<IViews>().FindAsync<ObligationView>($"result-{Way.VisitId}", Cancellation))!;
        Assert.NotNull(published.PublishedAt);
        foreach (LedgerLog log in Enum.GetValues<LedgerLog>())
        {
            Assert.Equal((await memory.GetRequiredService<ILedger>().HeadAsync(log, Cancellation)).Size, (await own.GetRequiredService<ILedger>().HeadAsync(log, Cancellation)).Size);
        }

        // Each row is what the log gives, folded anew.
        DomainViews views = new(DomainEvents.Codec, new Drawing.DrawHashes());
        LedgerEntry[] entries = [.. await own.GetRequiredService<ILedger>().ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation)];
        IView[] rows =
        [
            .. from kind in views.Kinds
               from stream in entries.Where(entry => entry.Stream.StartsWith(kind, StringComparison.Ordinal)).GroupBy(entry => entry.Stream)
               from row in views.Fold([.. stream])
               select row,
        ];
        Assert.True(rows.Length > 50);
        foreach (IView row in rows)
        {
            Assert.Equal(Text(row), Text(await FindAsync(own, row)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ServiceProvider Host(Action<RandomInspectionBuilder> store)
    {
        ServiceCollection services = new();
        RandomInspectionBuilder builder = services.AddRandomInspection();
        store(builder);
        builder
            .UseCatalogue(SampleItems.All.Select(item => item.ToItem()))
            .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
        return services.BuildServiceProvider();
    }

    private static async Task<IView?> FindAsync(IServiceProvider host, IView row)
    {
        Task found = (Task)typeof(IViews).GetMethod(nameof(IViews.FindAsync))!.MakeGenericMethod(row.GetType()).Invoke(host.GetRequiredService<IViews>(), [row.Key, Cancellation])!;
        await found;
        return (IView?)found.GetType().GetProperty("Result")!.GetValue(found);
    }

    private static string Text(IView? row) => row is null ? "nothing" : JsonSerializer.Serialize(row, row.GetType());
}
