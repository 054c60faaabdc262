using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Catalogue;
using RandomInspection.EntityFrameworkCore;
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

    public string File => Path.Combine(Folder, "inspection.db");

    public static async Task<TemporaryStore> CreateAsync(string? folder = null, Action<IServiceCollection>? first = null)
    {
        string at = folder ?? Directory.CreateTempSubdirectory("ri-store-").FullName;
        ServiceCollection services = new();
        first?.Invoke(services);
        services.AddRandomInspection()
            .UseSqlite($"Data Source={Path.Combine(at, "inspection.db")}")
            .UseCatalogue(SampleItems.All.Select(i => new InspectionItem(
                i.Code, i.DepartmentId, i.ChineseTitle, i.EnglishTitle, i.LegalBasis, i.Kind == SampleItemKind.Key, i.RatioPercent)))
            .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(TestContext.Current.CancellationToken);
        return new TemporaryStore(at, folder is null, provider);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
