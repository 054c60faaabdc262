using System.Collections.Immutable;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using NodaTime;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.SampleData;
using RandomInspection.Web;

namespace RandomInspection.Tests;

/// <summary>The pages on a port of this machine, over a store of its own or the test's, at a moment that the test says.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly string? _ownFolder;
    private readonly WebApplication _app;

    private PageHost(
        Instant now, string? database, Action<IServiceCollection>? first, Action<IServiceCollection>? last, string environment, ImmutableArray<Person> people)
    {
        if (database is null)
        {
            _ownFolder = Directory.CreateTempSubdirectory("ri-pages-").FullName;
            database = Path.Combine(_ownFolder, "inspection.db");
        }

        Clock = new TestClock { Now = now };
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<IClock>(Clock);
        first?.Invoke(builder.Services);
        RandomInspectionBuilder inspection = builder.Services.AddRandomInspection();
        _ = OnPostgreSqlAttribute.Holds ? inspection.UsePostgreSql(database) : inspection.UseSqlite($"Data Source={database}");
        inspection
            .UseCatalogue(SampleItems.All.Select(i => i.ToItem()))
            .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), people);
        builder.Services.AddRandomInspectionWeb(options =>
        {
            options.People = people;
            options.ApiRequestsAMinute = int.MaxValue; // tests ask by the thousand
        });
        last?.Invoke(builder.Services);
        _app = builder.Build();
        _app.UseRandomInspection();
        _app.MapRandomInspection();
    }

    public TestClock Clock { get; }

    public ListedLog Log { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<PageHost> StartAsync(
        Instant now,
        string? database = null,
        Action<IServiceCollection>? first = null,
        string environment = "Development",
        Action<IServiceCollection>? last = null,
        IEnumerable<Person>? more = null)
    {
        PageHost host = new(now, database, first, last, environment, [.. DemoPeople.All, .. more ?? []]);
        await host._app.Services.MigrateAsync(TestContext.Current.CancellationToken);
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Asks it to stop, as whoever runs the process does.</summary>
    public Task StopAsync(CancellationToken cancellation) => _app.StopAsync(cancellation);

    public IServiceProvider Services => _app.Services;

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A reader in English, signed out.</summary>
    public PageReader Reader() => new(Address);

    /// <summary>A reader who signed in as a demo person.</summary>
    public async Task<PageReader> SignedInAsync(string person)
    {
        PageReader reader = Reader();
        Page page = await reader.OpenAsync("/account/signin");
        await reader.SendAsync(page, "sign-in", ("Person", person));
        return reader;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownFolder is not null)
        {
            Directory.Delete(_ownFolder, recursive: true);
        }
    }
}

/// <summary>A clock that stands until the test moves it.</summary>
internal sealed class TestClock : IClock
{
    public Instant Now { get; set; }

    public Instant GetCurrentInstant() => Now;
}
