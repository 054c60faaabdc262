using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;
using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Hosting;

namespace RandomInspection.Tests;

/// <summary>The sample host as it is operated: outside Development, with an identity provider, watched by a collector.</summary>
public sealed class OperatingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ri-operated-").FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // a browser that is still closing writes to it
        }
    }

    [Fact]
    public async Task SignIn_AtAProviderInABrowser_SignedInWithTheStrictestCookie()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        await using IdentityProvider provider = await IdentityProvider.StartAsync();
        provider.Person = "qiu";
        await using RunningHost host = new();
        await host.StartAsync(
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("SignIn__Authority", provider.Issuer), ("SignIn__ClientId", IdentityProvider.ClientId),
            ("SignIn__ClientSecret", IdentityProvider.ClientSecret), ("SignIn__PersonClaim", "employee"));
        using Browser browser = new(_folder, () => host.Address);
        browser.Open("/tasks");
        Assert.Equal("登录", browser.Heading);
        Assert.False(browser.Offers("裘公衡"));
        browser.One("a[href^='/account/provider']").Click();
        browser.Until("the tasks are there", () => browser.Address == "/tasks");
        browser.UntilSays("裘公衡");
        Assert.Equal("Strict", browser.Driver.Manage().Cookies.GetCookieNamed("ri-session")!.SameSite);
    }

    [Fact]
    public async Task Telemetry_CollectorNamed_FiguresAndTracesPushedWithoutNames()
    {
        await using Collector collector = await Collector.StartAsync();
        await using RunningHost host = new();
        await host.StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "500"), ("OTEL_BSP_SCHEDULE_DELAY", "500"));
        await collector.UntilAsync("/v1/metrics", "random_inspection.ledger.entries");
        await collector.UntilAsync("/v1/metrics", "http.server.request.duration");
        await collector.UntilAsync("/v1/traces", "random-inspection");
        Assert.DoesNotContain(collector.Bodies, body => body.Contains("裘公衡", StringComparison.Ordinal));
    }

    /// <summary>Takes what is pushed to it, as an OpenTelemetry collector does.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Body)> _pushed = [];
        private readonly WebApplication _app;

        private Collector()
        {
            WebApplicationBuilder builder = WebApplication.CreateBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.MapPost("/v1/{signal}", async (HttpRequest request) =>
            {
                using MemoryStream body = new();
                await request.Body.CopyToAsync(body);
                _pushed.Enqueue((request.Path, System.Text.Encoding.UTF8.GetString(body.ToArray())));
                return Results.Ok();
            });
        }

        public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public IEnumerable<string> Bodies => _pushed.Select(push => push.Body);

        public static async Task<Collector> StartAsync()
        {
            Collector collector = new();
            await collector._app.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        /// <summary>Waits until something with these words was pushed.</summary>
        public async Task UntilAsync(string path, params string[] words)
        {
            using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(60));
            while (!_pushed.Any(push => push.Path == path && words.All(word => push.Body.Contains(word, StringComparison.Ordinal))))
            {
                await Task.Delay(100, patience.Token);
            }
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
