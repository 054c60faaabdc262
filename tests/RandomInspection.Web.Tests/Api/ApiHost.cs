using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.SampleData;
using RandomInspection.Web;

namespace RandomInspection.Tests.Api;

/// <summary>The API on a port of this machine, over a database of its own or the test's; every person has a token, which is <c>token-</c> and the id, and needs no fresh sign-in unless the test says so.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    /// <summary>So long that whoever never signed in has proved it lately enough.</summary>
    private static readonly Duration SinceTheBeginningOfTime = Duration.FromDays(4_450_000);

    private readonly string? _ownFolder;
    private readonly WebApplication _app;

    private ApiHost(Instant now, string? database, Action<IServiceCollection>? first, int requestsAMinute, bool proved)
    {
        if (database is null)
        {
            _ownFolder = Directory.CreateTempSubdirectory("ri-api-").FullName;
            database = Path.Combine(_ownFolder, "inspection.db");
        }

        Clock = new TestClock { Now = now };
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).AddProvider(Failed);
        builder.Configuration.AddInMemoryCollection(People.Select(person =>
            KeyValuePair.Create<string, string?>($"RandomInspection:Api:Tokens:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TokenOf(person.Id))))}", person.Id)));
        builder.Services.AddSingleton<IClock>(Clock);
        first?.Invoke(builder.Services);
        builder.Services.AddRandomInspection()
            .UseSqlite($"Data Source={database}")
            .UseCatalogue(SampleItems.All.Select(i => new InspectionItem(
                i.Code, i.DepartmentId, i.ChineseTitle, i.EnglishTitle, i.LegalBasis, i.Kind == SampleItemKind.Key, i.RatioPercent)))
            .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), People);
        builder.Services.AddRandomInspectionWeb(options =>
        {
            options.People = DemoPeople.All;
            options.ApiRequestsAMinute = requestsAMinute;
            if (proved)
            {
                options.ProofHolds = SinceTheBeginningOfTime;
            }
        });
        _app = builder.Build();
        _app.UseRandomInspection();
        _app.MapRandomInspection();
    }

    public static IEnumerable<Person> People => [.. DemoPeople.All, .. SampleInspectors.People, .. Enum.GetValues<Role>().Select(role => new Person(Only(role), $"仅{role}", $"{role} only", SampleDepartments.Market, [role])),
        .. Enum.GetValues<Role>().Select(role => new Person(Elsewhere(role), $"他部门仅{role}", $"{role} only, elsewhere", SampleDepartments.Ecology, [role]))];

    public TestClock Clock { get; }

    public ListedLog Log { get; } = new();

    public FailureLog Failed { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => _app.Services;

    /// <summary>Somebody who holds one role and no other.</summary>
    public static string Only(Role role) => $"only-{role}";

    /// <summary>The same in another department.</summary>
    public static string Elsewhere(Role role) => $"elsewhere-{role}";

    public static string TokenOf(string person) => $"token-{person}";

    public static async Task<ApiHost> StartAsync(Instant now, string? database = null, Action<IServiceCollection>? first = null, int requestsAMinute = 1_000_000, bool proved = true)
    {
        ApiHost host = new(now, database, first, requestsAMinute, proved);
        await host._app.Services.MigrateAsync(TestContext.Current.CancellationToken);
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A caller by token; nobody where no person is named.</summary>
    public HttpClient Caller(string? person = null, string? language = "en")
    {
        HttpClient client = new() { BaseAddress = Address };
        if (person is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", TokenOf(person));
        }

        if (language is not null)
        {
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        }

        return client;
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
