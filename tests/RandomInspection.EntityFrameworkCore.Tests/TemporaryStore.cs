using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Catalogue;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>A host's services over a SQLite file of its own; a second one over the same file is a restart.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly bool _ownsFolder;
    private readonly ServiceProvider _services;

    private TemporaryStore(string folder, bool ownsFolder, ServiceProvider services)
    {
        Folder = folder;
        _ownsFolder = ownsFolder;
        _services = services;
    }

    public string Folder { get; }

    /// <summary>Whether somebody tampered with it: then it is not checked when the test ends.</summary>
    public bool IsTampered { get; set; }

    public string File => Path.Combine(Folder, "inspection.db");

    public static async Task<TemporaryStore> CreateAsync(
        string? folder = null, Action<IServiceCollection>? first = null, Action<IServiceCollection>? last = null)
    {
        string at = folder ?? Directory.CreateTempSubdirectory("ri-store-").FullName;
        ServiceCollection services = new();
        first?.Invoke(services);
        services.AddRandomInspection()
            .UseSqlite($"Data Source={Path.Combine(at, "inspection.db")}")
            .UseCatalogue(SampleItems.All.Select(i => new InspectionItem(
                i.Code, i.DepartmentId, i.ChineseTitle, i.EnglishTitle, i.LegalBasis, i.Kind == SampleItemKind.Key, i.RatioPercent)))
            .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
        last?.Invoke(services);
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(TestContext.Current.CancellationToken);
        return new TemporaryStore(at, folder is null, provider);
    }

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        // Whatever a test did by the ports, the store holds what its logs give: every row of every view, every file, every hash.
        Refusal? difference = null;
        if (!IsTampered)
        {
            await using StoreCheck check = await StoreCheck.BeginAsync(_services, [], CancellationToken.None);
            difference = await check.RunAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }

        // Tests of the port write events that no version knows; that ends the check after the trees.
        Assert.True(difference is null || difference.Code == StoreDifferences.EventUnreadable.Code, $"{difference?.Code}: {difference?.Reason(Language.English)}");
    }
}
