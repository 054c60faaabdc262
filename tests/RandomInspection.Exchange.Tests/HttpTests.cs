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
        Assert.Equal(3, page.RootElement.GetProperty("next").GetInt64());
        using JsonDocument end = await GetAsync(client, city, "/exchange/province/out?after=3");
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
        Assert.Equal([ExchangeTypes.Publication, ExchangeTypes.Results, ExchangeTypes.Subjects], ExchangeSchemas.Types);
        await city.PublishAsync("A");
        await city.Get<OutboxRun>().FeedAsync(FrontHost.Province, Cancellation);
        OutboundMessage row = Assert.Single(await city.Out.AfterAsync("province", 0, 10, Cancellation));
        foreach ((string type, string data) in new[]
        {
            (ExchangeTypes.Publication, ExchangeMessage.Parse(Encoding.UTF8.GetBytes(row.Body)).Data),
            (ExchangeTypes.Subjects, SubjectMessages.Write(SampleSubjects.Generate(1))),
            (ExchangeTypes.Results, ResultMessages.Write("V1", "chai", [("SCJG-01", Inspections.ItemResult.NoProblemFound, "")])),
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

    /// <summary>A web host over the same front database and partner.</summary>
    private static async Task<WebApplication> ServeAsync(FrontHost host)
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

    private static async Task<JsonDocument> GetAsync(HttpClient client, FrontHost host, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        Sign(request, host, "get-1", Encoding.UTF8.GetBytes(path));
        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, FrontHost host, string path, string id, string body)
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
