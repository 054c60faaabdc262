using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>A host in memory with a front database of its own, on SQLite or, in a class of <see cref="OnPostgreSqlAttribute"/>, on PostgreSQL; partners answer as the test says.</summary>
internal sealed class FrontHost : IAsyncDisposable
{
    public static readonly Uri Address = new("https://province.example/exchange/shenyang/in");
    public static readonly WebhookKey.Secret Secret = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private readonly ServiceProvider _services;
    private readonly string? _file;
    private long _published;

    private FrontHost(ServiceProvider services, string? file, HandClock clock)
    {
        _services = services;
        _file = file;
        Clock = clock;
    }

    public static ExchangePartner Province { get; } = new("province", "省级平台", "The province", "ku")
    {
        Addresses = [Address],
        SendTo = Address,
        Secrets = [Secret],
        Keys = [Secret],
        Takes = [ExchangeTypes.Publication, ExchangeTypes.Subjects, ExchangeTypes.Results],
    };

    public HandClock Clock { get; }

    public OutTable Out => Get<OutTable>();

    public InTable In => Get<InTable>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<FrontHost> StartAsync(Func<HttpRequestMessage, string, HttpResponseMessage>? answer = null, ExchangeOptions? options = null, params InboxEffect[] effects)
    {
        HandClock clock = new();
        string? file = OnPostgreSqlAttribute.Holds ? null : Path.Combine(Path.GetTempPath(), $"ri-front-{Path.GetRandomFileName()}.db");
        FrontDatabase database = file is null ? FrontDatabase.PostgreSql(await FrontServer.DatabaseAsync(Cancellation)) : FrontDatabase.Sqlite($"Data Source={file};Pooling=False");
        options ??= new ExchangeOptions { Source = "https://amr.shenyang.example/ledger", Partners = [Province] };
        ServiceCollection services = new();
        services.AddSingleton<IClock>(clock);
        HttpClient client = new(new Answering(answer ?? ((_, _) => new HttpResponseMessage())));
        services.AddSingleton(new WebhookSender(client, options));
        services.AddSingleton(provider => new RestFetch(client, options, provider.GetRequiredService<WebhookSender>(), provider.GetRequiredService<InTable>(), clock));
        foreach (InboxEffect effect in effects)
        {
            services.AddSingleton(effect);
        }

        services.AddRandomInspection()
            .UseCatalogue(SampleItems.All.Select(item => item.ToItem()))
            .UseStaff(SampleDepartments.All.Select(one => new Department(one.Id, one.ChineseName, one.EnglishName)), DemoPeople.All.Add(new Person("both", "兼任", "Both", SampleDepartments.Market, [Role.DirectoryKeeper, Role.Drafter])))
            .UseInMemory()
            .UseExchange(database, options);
        await database.CreateAsync(Cancellation);
        await database.CreateAsync(Cancellation); // creating what is there changes nothing
        return new FrontHost(services.BuildServiceProvider(), file, clock);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Publishes something about each of these, in this order.</summary>
    public async Task PublishAsync(params string[] subjects)
    {
        ImmutableArray<Disclosed> some =
        [
            .. subjects.Select((subject, i) => new Disclosed(
                $"draw-{_published + i + 1}", DisclosureOccasion.ListDrawn, subject, $"抽取结果 {_published + i + 1}", "market", "portal", Clock.Now)),
        ];
        long first = _published + 1;
        await Get<ILedger>().CommitAsync(
            new LedgerCommit(
                Actor.System,
                Clock.Now,
                null,
                [new StreamAppend(Publications.Stream, (int)_published, [.. some.Select(DomainEvents.Codec.Encode)])],
                [.. some.Select((one, i) => DisclosedView.Of(first + i, one))]),
            Cancellation);
        _published += subjects.Length;
    }

    /// <summary>Feeds and sends once.</summary>
    public async Task<int> RunAsync(ExchangePartner? partner = null)
    {
        await Get<OutboxRun>().FeedAsync(partner ?? Province, Cancellation);
        return await Get<OutboxRun>().SendAsync(partner ?? Province, Cancellation);
    }

    /// <summary>The rows of a status have these numbers.</summary>
    public async Task AreAsync(OutboundStatus status, params long[] numbers) =>
        Assert.Equal(numbers, (await Out.ReadAsync(Province.Id, status, 1000, Cancellation)).Select(row => row.Number).ToArray());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        foreach (string end in _file is null ? [] : (string[])["", "-wal", "-shm"])
        {
            File.Delete(_file + end);
        }
    }

    private sealed class Answering(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
            lock (this)
            {
                return answer(request, body);
            }
        }
    }
}
