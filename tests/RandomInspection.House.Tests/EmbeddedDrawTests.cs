using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>The draw alone in an application that was there before, with tables of its own.</summary>
public sealed partial class EmbeddedDrawTests : IDisposable
{
    private const string Design = """{"kind":"fixed","size":9,"weights":{"1":1,"2":1,"3":2,"4":3},"minimumPerStratum":1}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("ri-embedded-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draws_OfFirmsAndOfficers_VerifyByTheirPublicRecords()
    {
        await using RunningHost host = await StartAsync();
        Assert.Contains("SY-00001", await host.GetAsync("/"), StringComparison.Ordinal);
        foreach ((string among, string design, int size) in new[] { ("firms", Design, 9), ("officers", """{"kind":"fixed","size":4,"weights":{"1":1}}""", 4) })
        {
            string draw = await DrawnAsync(host, among, design);
            string page = await host.GetAsync(draw);
            string[] shown = [.. Selected().Matches(page).Select(match => match.Groups[1].Value)];
            Assert.Equal(size, shown.Length);
            Assert.DoesNotContain("data-status=\"Failed\"", page, StringComparison.Ordinal);
            Assert.Contains("data-status=\"Ok\"", page, StringComparison.Ordinal);

            byte[] record = await host.Client.GetByteArrayAsync(new Uri(draw.Replace("Show", "Record", StringComparison.Ordinal), UriKind.Relative), Cancellation);
            DrawRecord read = RecordDocument.Read(record);
            Assert.Equal(shown, read.Tasks.Single().Selected.Select(unit => unit.Id));
            RecordVerification verified = new RecordVerifier().Verify(record, new Dictionary<string, byte[]>(), new Dictionary<string, FrameKey>());
            Assert.True(verified.Verifies, string.Join('\n', verified.Steps.Select(step => step.English)));
        }
    }

    [Fact]
    public async Task Draws_OutOfOrderOrMalformed_RefusedAndNothingKept()
    {
        await using RunningHost host = await StartAsync();
        (HttpStatusCode status, string said) = await PostAsync(host, "/Draws/Open", ("among", "firms"), ("design", "{}"), ("revealBy", In(60)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith("RI12", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(host, "/Draws/Open", ("among", "firms"), ("design", Design), ("revealBy", "soon"))).Status);
        Assert.DoesNotContain("D20", await host.GetAsync("/Draws"), StringComparison.Ordinal);

        string draw = await OpenAsync(host, "firms", Design, 60);
        string before = await host.GetAsync(draw);
        (status, said) = await PostAsync(host, draw.Replace("Show", "Decide", StringComparison.Ordinal), ("publicValue", new string('a', 64)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.StartsWith("RI1320", said, StringComparison.Ordinal);
        Assert.Equal(Status().Match(before).Value, Status().Match(await host.GetAsync(draw)).Value);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri("/Draws/Show/D1999-0001", UriKind.Relative), Cancellation)).StatusCode);
        using FormUrlEncodedContent forged = new([new KeyValuePair<string, string>("id", "x")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.PostAsync(new Uri(draw.Replace("Show", "Reveal", StringComparison.Ordinal), UriKind.Relative), forged, Cancellation)).StatusCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(Path.Combine(RepositoryFiles.Root, "samples", "EmbeddedDraw"), RunningHost.Sample("EmbeddedDraw"), "登记簿", "--Registry", Path.Combine(_folder, "registry.db"));

    /// <summary>A draw from the frozen list to the selection; the public value comes when the bureau can no longer choose.</summary>
    private static async Task<string> DrawnAsync(RunningHost host, string among, string design)
    {
        string draw = await OpenAsync(host, among, design, 6);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, draw.Replace("Show", "Reveal", StringComparison.Ordinal))).Status);
        string value = RandomNumberGenerator.GetHexString(64, lowercase: true);
        (HttpStatusCode Status, string Said) decided;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), Cancellation);
            decided = await PostAsync(host, draw.Replace("Show", "Decide", StringComparison.Ordinal), ("publicValue", value));
        }
        while (decided.Said.StartsWith("RI1336", StringComparison.Ordinal)); // not fixed yet
        Assert.True(decided.Status == HttpStatusCode.OK, decided.Said);
        return draw;
    }

    private static async Task<string> OpenAsync(RunningHost host, string among, string design, int seconds)
    {
        using HttpResponseMessage opened = await SendAsync(host, "/Draws/Open", ("among", among), ("design", design), ("revealBy", In(seconds)));
        Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync(Cancellation));
        return opened.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task<(HttpStatusCode Status, string Said)> PostAsync(RunningHost host, string path, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await SendAsync(host, path, fields);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<HttpResponseMessage> SendAsync(RunningHost host, string path, params (string Name, string Value)[] fields)
    {
        string token = Token().Match(await host.GetAsync("/Draws")).Groups[1].Value;
        using FormUrlEncodedContent form = new([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await host.Client.PostAsync(new Uri(path, UriKind.Relative), form, Cancellation);
    }

    private static string In(int seconds) => (SystemClock.Instance.GetCurrentInstant() + Duration.FromSeconds(seconds)).ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""<li class="selected">([^<]+)</li>""")]
    private static partial Regex Selected();

    [GeneratedRegex("""<span id="status">[^<]+</span>""")]
    private static partial Regex Status();
}
