using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>The addresses over real HTTP: deliver, fetch, reconcile; whoever is not known or signs wrongly reads and writes nothing.</summary>
public sealed class HttpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Addresses_DeliverFetchAndReconcile_AsTheDocumentSays()
    {
        await using FrontHost city = await FrontHost.StartAsync();
        await using WebApplication app = await ServeAsync(city);
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        await city.PublishAsync("A", "B", "A");

        // Fetching: three messages, and asking for what comes after them is the receipt.
        using JsonDocument page = await GetAsync(client, city, "/exchange/province/out?after=0");
        Assert.Equal(["publication-1", "publication-2", "publication-3"], page.RootElement.GetProperty("messages").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        string next = page.RootElement.GetProperty("next").GetString()!;
        using JsonDocument again = await GetAsync(client, city, "/exchange/province/out?after=other.3"); // a place in a front database that is no more
        Assert.Equal(3, again.RootElement.GetProperty("messages").GetArrayLength());
        await city.AreAsync(OutboundStatus.Waiting, 1, 2, 3);
        using JsonDocument end = await GetAsync(client, city, $"/exchange/province/out?after={next}");
        Assert.Empty(end.RootElement.GetProperty("messages").EnumerateArray());
        await city.AreAsync(OutboundStatus.Sent, 1, 2, 3);

        // Delivering: what was fetched, as it stands.
        string body = page.RootElement.GetProperty("messages")[1].GetRawText();
        using HttpResponseMessage answer = await PostAsync(client, city, "/exchange/province/in", "publication-2", body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        using JsonDocument receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(ExchangeMessage.Parse(Encoding.UTF8.GetBytes(body)).Digest, receipt.RootElement.GetProperty("digest").GetString());
        await city.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        using JsonDocument day = await GetAsync(client, city, "/exchange/province/reconciliation/2026-11-23");
        Assert.Equal((3, 1), (day.RootElement.GetProperty("sent")[0].GetProperty("count").GetInt32(), day.RootElement.GetProperty("received")[0].GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("GET", "/exchange/province/out")]
    [InlineData("GET", "/exchange/nobody/out")]
    [InlineData("GET", "/exchange/province/reconciliation/2026-11-23")]
    [InlineData("POST", "/exchange/province/in")]
    [InlineData("POST", "/exchange/nobody/in")]
    public async Task Addresses_Unsigned_401(string method, string path)
    {
        await using FrontHost city = await FrontHost.StartAsync();
        await using WebApplication app = await ServeAsync(city);
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        using HttpRequestMessage request = new(new HttpMethod(method), path) { Content = method == "POST" ? new StringContent("{}") : null };
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Deliver_TooLargeMalformedOrOtherContent_413Or400Or409()
    {
        await using FrontHost city = await FrontHost.StartAsync();
        await using WebApplication app = await ServeAsync(city);
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        foreach ((string body, HttpStatusCode code) in new[]
        {
            (new string(' ', ExchangeMessage.MaximumBytes + 1), HttpStatusCode.RequestEntityTooLarge),
            ("[]", HttpStatusCode.BadRequest),
            (Envelope("1"), HttpStatusCode.Accepted),
            (Envelope("1"), HttpStatusCode.Accepted),
            (Envelope("2"), HttpStatusCode.Conflict),
        })
        {
            using HttpResponseMessage answer = await PostAsync(client, city, "/exchange/province/in", "m-1", body);
            Assert.Equal(code, answer.StatusCode);
        }

        static string Envelope(string data) =>
            Encoding.UTF8.GetString(ExchangeMessage.Of("https://province.example", "m-1", ExchangeTypes.Publication, "x", null, Instant.FromUtc(2026, 11, 23, 1, 0), data).ToBytes());
    }

    [Fact]
    public async Task Schemas_EveryType_PublishedWithWhatIsWritten()
    {
        await using FrontHost city = await FrontHost.StartAsync();
        await using WebApplication app = await ServeAsync(city);
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal(typeof(ExchangeTypes).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal), ExchangeSchemas.Types);
        await city.PublishAsync("A");
        await city.Get<OutboxRun>().FeedAsync(FrontHost.Province, Cancellation);
        OutboundMessage row = Assert.Single(await city.Out.AfterAsync("province", 0, 10, Cancellation));
        foreach ((string type, string data) in new[]
        {
            (ExchangeTypes.Publication, ExchangeMessage.Parse(Encoding.UTF8.GetBytes(row.Body)).Data),
            (ExchangeTypes.Subjects, SubjectMessages.Write(SampleSubjects.Generate(1))),
            (ExchangeTypes.Results, ResultMessages.Write("V1", "chai", [("SCJG-01", Inspections.ItemResult.NoProblemFound, "")])),
            (ExchangeTypes.Inspectors, InspectorMessages.Write(SampleInspectors.All.Take(3))),
            (ExchangeTypes.Items, ItemMessages.Write("market", "x", [SampleItems.All[0].ToItem()], isFull: false)),
            (ExchangeTypes.SuperiorTask, SuperiorTaskMessages.Write(new Planning.SuperiorTask("省局", "S-1"), "x", "y", ["SCJG-01"], new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 31))),
            (ExchangeTypes.Credit, CreditMessages.Write("省信用平台", [("91210100MA0000000X", "A", new LocalDate(2026, 11, 1))])),
            (ExchangeTypes.Notices, NoticeMessages.Write([.. Calendars.WorkingDayCalendar.Embedded.Notices.Take(1)])),
        })
        {
            using JsonDocument schema = JsonDocument.Parse(await client.GetStringAsync($"/exchange/schemas/{type}", Cancellation)), payload = JsonDocument.Parse(data);
            Assert.Equal(type, schema.RootElement.GetProperty("$id").GetString());
            string[] members = [.. payload.RootElement.EnumerateObject().Select(member => member.Name)];
            Assert.Empty(members.Except(schema.RootElement.GetProperty("properties").EnumerateObject().Select(member => member.Name)));
            Assert.Empty(schema.RootElement.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).Except(members));
        }

        // The words of the record's schema are all the words by which results go out, and no other.
        using JsonDocument published = JsonDocument.Parse(ExchangeSchemas.Find(ExchangeTypes.Publication)!);
        JsonElement words = published.RootElement.GetProperty("properties").GetProperty("record").GetProperty("properties").GetProperty("details").GetProperty("items").GetProperty("properties").GetProperty("raninsCheckResName").GetProperty("enum");
        Assert.Equal(Enum.GetValues<Inspections.ItemResult>().Select(result => StateWords.Of(result).Chinese), words.EnumerateArray().Select(word => word.GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/exchange/schemas/other", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Lists_PublishedWithTheirVersionsAndEachSourcesOwnCodes()
    {
        PartnerMapping words = PartnerMapping.Parse("""
            {"type":"cn.random-inspection.results.v1","columns":{"visit":"a","officer":"b","item":"c","result":"d"},"words":{"result":{"合格":"未发现问题","9":"停业"}}}
            """);
        await using FrontHost city = await FrontHost.StartAsync(options: new ExchangeOptions { Source = "https://amr.shenyang.example/ledger", Partners = [FrontHost.Province with { Mappings = [words] }] });
        await using WebApplication app = await ServeAsync(city);
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        using JsonDocument names = JsonDocument.Parse(await client.GetStringAsync("/exchange/lists", Cancellation));
        Assert.Equal(["regions", "results", "trades"], names.RootElement.EnumerateArray().Select(name => name.GetString()));
        using JsonDocument results = JsonDocument.Parse(await client.GetStringAsync("/exchange/lists/results", Cancellation));
        Assert.Equal(13, results.RootElement.GetProperty("codes").GetArrayLength());
        JsonElement own = results.RootElement.GetProperty("sources").GetProperty("province");
        Assert.Equal(("01", "13"), (own.GetProperty("合格").GetString(), own.GetProperty("9").GetString()));
        using JsonDocument regions = JsonDocument.Parse(await client.GetStringAsync("/exchange/lists/regions", Cancellation)), trades = JsonDocument.Parse(await client.GetStringAsync("/exchange/lists/trades", Cancellation));
        Assert.StartsWith("GB/T 2260", regions.RootElement.GetProperty("follows").GetString(), StringComparison.Ordinal);
        Assert.Equal((14, 20), (regions.RootElement.GetProperty("codes").GetArrayLength(), trades.RootElement.GetProperty("codes").GetArrayLength()));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/exchange/lists/other", Cancellation)).StatusCode);
    }

    /// <summary>A web host over the same front database and partner.</summary>
    internal static async Task<WebApplication> ServeAsync(FrontHost host)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IClock>(host.Clock);
        builder.Services.AddSingleton(host.Get<ExchangeOptions>());
        builder.Services.AddSingleton(host.Get<OutboxRun>());
        builder.Services.AddSingleton(host.Out);
        builder.Services.AddSingleton(host.In);
        builder.Services.AddSingleton<WebhookReceiver>();
        WebApplication app = builder.Build();
        app.MapExchange();
        await app.StartAsync(Cancellation);
        return app;
    }

    internal static async Task<JsonDocument> GetAsync(HttpClient client, FrontHost host, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        Sign(request, host, "get-1", Encoding.UTF8.GetBytes(path));
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    internal static async Task<HttpResponseMessage> PostAsync(HttpClient client, FrontHost host, string path, string id, string body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/cloudevents+json") };
        Sign(request, host, id, Encoding.UTF8.GetBytes(body));
        return await client.SendAsync(request, Cancellation);
    }

    private static void Sign(HttpRequestMessage request, FrontHost host, string id, byte[] signed)
    {
        string timestamp = WebhookSignature.Timestamp(host.Clock.Now);
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.By(FrontHost.Secret, id, timestamp, signed));
    }
}
