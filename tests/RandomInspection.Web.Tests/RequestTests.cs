using System.Net;
using NodaTime;

namespace RandomInspection.Tests;

/// <summary>What the pages answer to requests that are not simply GET.</summary>
public sealed class RequestTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 10, 1, 0);

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/plans", HttpStatusCode.OK)]
    [InlineData("/calendar?year=2026", HttpStatusCode.OK)]
    [InlineData("/_content/RandomInspection.Web/site.css", HttpStatusCode.OK)]
    [InlineData("/tasks", HttpStatusCode.Found)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task Head_AnyPath_AsGetWithoutABody(string path, HttpStatusCode expected)
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = host.Reader();
        Page head = await reader.OpenAsync(path, HttpMethod.Head);
        Assert.Equal((expected, ""), (head.Status, head.Html));
        Assert.Equal((await reader.OpenAsync(path)).Status, head.Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task UnknownPath_AnyMethod_NotFoundWithAPage(string method)
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = host.Reader();
        Page page = await reader.OpenAsync("/no-such-page", new HttpMethod(method));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("There is no such page", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KnownPath_MethodOfNobody_MethodNotAllowed()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = host.Reader();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await reader.OpenAsync("/plans/P2026-001", HttpMethod.Delete)).Status);
    }

    [Fact]
    public async Task Form_LargerThanThePageTakes_PageThatSaysTheLimit()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = await host.SignedInAsync("ku");
        using ByteArrayContent content = new(new byte[40 << 20]);
        Page page = await reader.SendAsync("/plans", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("28 MB can be sent at once", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_LargerThanAGibibyteAskedFirst_ToldBeforeAnythingIsSent()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = await host.SignedInAsync("ku");
        using StatedContent content = new((1L << 30) + 1);
        Page page = await reader.SendAsync("/directories/import", content, asksFirst: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("1,024 MB can be sent at once", page.Text, StringComparison.Ordinal);
        Assert.False(content.WasSent);
    }

    /// <summary>A body that says its length and is only made when it is sent.</summary>
    private sealed class StatedContent(long length) : HttpContent
    {
        public bool WasSent { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            WasSent = true;
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
