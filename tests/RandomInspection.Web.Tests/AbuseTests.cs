using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>What clever or broken clients send: refused, bounded, and never the host's failure.</summary>
public sealed partial class AbuseTests
{
    private static readonly string[] Formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "=HYPERLINK(\"http://example.invalid\")", "\t=1+1"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Addresses_Tricks_NothingOutsideIsGivenAndNeverAFailure()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        string longer = new('a', 6000);
        string[] paths =
        [
            "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/_content/RandomInspection.Web/%2e%2e/%2e%2e/appsettings.json", "/_content/RandomInspection.Web/..%5c..%5cappsettings.json",
            "/directories/inspector/..%2f..%2fetc%2fpasswd", "/plans/%00", "/plans/P2026-001%00", "/visits/%ff%fe", $"/visits/{longer}", $"/results?q={longer}", "/results?q=%00", "/results?q=%25%5f", "/results?page=-1",
            "/results?page=99999999999999999999", "/calendar?year=999999999", "/calendar?year=-1", "/calendar?year=2026&from=2026-01-01&days=999999999", "/calendar/9999-12-31", "/calendar/-1", "/ledger/entries/-1.json",
            "/ledger/entries/99999999999999999999.json", "/ledger/proofs/1.txt?size=-5", "/ledger/growth.txt?from=9&to=-9", "/draws/%2e%2e/opening.json", "/matches/𠮷/record.json", "/draws/D2026-0001/%2e%2e%2f/frame.tsv",
            "/status/99999", "/status/-1", "/firms/%F0%9F%92%A9", "/results.json?page=x&size=y", "/verify/..%2f..%2f", "/published.json?from=%27%20OR%201=1--",
        ];
        foreach (string? person in (string?[])[null, "shen", "ku"])
        {
            using HttpClient client = await ClientAsync(host, person);
            foreach (string path in paths)
            {
                using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"{host.Address.GetLeftPart(UriPartial.Authority)}{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
                using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
                string text = await answer.Content.ReadAsStringAsync(Cancellation);
                Assert.True((int)answer.StatusCode < 500, $"{path[..Math.Min(80, path.Length)]} for {person ?? "nobody"}: {answer.StatusCode}");
                Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
                Assert.DoesNotContain("ConnectionStrings", text, StringComparison.Ordinal);
            }
        }

        Assert.Empty(host.Log.Failures());
    }

    [Fact]
    public async Task Forms_Malformed_RefusedAndNeverAFailure()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, more: SampleInspectors.People);
        using MemoryHost way = new(host.Services);
        ImmutableArray<VisitView> visits = await way.WithVisitsAsync();
        await way.ArrivedAsync(visits[0].Key);
        using HttpClient officer = await ClientAsync(host, (await way.FirstOfficerAsync(visits[0].Key)).Person.Id);
        (LedgerHead, LedgerHead) before = await way.HeadsAsync();
        foreach (string page in (string[])[$"/visits/{visits[0].Key}", "/checkin", "/account/signin", "/recusals"])
        {
            string token = await TokenAsync(officer);
            string begun = $"_handler=results&__RequestVerificationToken={Uri.EscapeDataString(token)}";
            (string Type, string Body)[] bodies =
            [
                ("application/x-www-form-urlencoded", "\0\u0001%%%=&&&=="),
                ("application/x-www-form-urlencoded", $"{begun}&Input.Results%5BSCJG-01%5D=Everything&Input.Notes%5BSCJG-01%5D=%ff%fe%00"),
                ("application/x-www-form-urlencoded", $"{begun}&Input.Results%5BSCJG-01=NoProblemFound&Input.Results%5D=1&Input.Results=1&Input=1"),
                ("application/x-www-form-urlencoded", $"{begun}&Input.Seen=99999999999999999999&Input.Results%5BSCJG-01%5D=NoProblemFound&Input.Notes%5BSCJG-01%5D={new string('x', 100_000)}"),
                ("application/x-www-form-urlencoded", $"{begun}&Input.Results%5B{new string('[', 1000)}%5D=NoProblemFound"),
                ("application/x-www-form-urlencoded", begun + string.Concat(Enumerable.Range(0, 5000).Select(i => $"&Input.Results%5B{i}%5D=NoProblemFound"))),
                ("application/x-www-form-urlencoded", begun + string.Concat(Enumerable.Repeat("&Input.Results%5BNONE%5D=NoProblemFound", 900))),
                ("application/x-www-form-urlencoded", $"{new string('k', 20_000)}=1"),
                ("application/x-www-form-urlencoded", $"_handler=%00&__RequestVerificationToken={Uri.EscapeDataString(token)}"),
                ("application/x-www-form-urlencoded", $"_handler={new string('h', 10_000)}&__RequestVerificationToken={Uri.EscapeDataString(token)}"),
                ("multipart/form-data", "no boundary"),
                ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"_handler\"\r\n\r\nresults"),
                ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--\r\n"),
                ($"multipart/form-data; boundary={new string('b', 300)}", "--x--\r\n"),
                ("application/json", "{\"_handler\":\"results\"}"),
                ("text/plain", "results"),
                ("nonsense", "results"),
            ];
            foreach ((string type, string body) in bodies)
            {
                using ByteArrayContent content = new(Encoding.Latin1.GetBytes(body));
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                using HttpResponseMessage answer = await officer.PostAsync(page, content, Cancellation);
                Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{page} {type} {body[..Math.Min(100, body.Length)]}: {answer.StatusCode}");
            }
        }

        Assert.Equal(before, await way.HeadsAsync());
        Assert.Empty(host.Log.Failures());
    }

    [Fact]
    public async Task Forms_SixtyFourEqualAtOnce_ExactlyOneTakesEffect()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, more: SampleInspectors.People);
        using MemoryHost way = new(host.Services);
        ImmutableArray<VisitView> visits = await way.WithVisitsAsync();
        await way.ArrivedAsync(visits[0].Key);
        using PageReader officer = await host.SignedInAsync((await way.FirstOfficerAsync(visits[0].Key)).Person.Id);
        string page = $"/visits/{visits[0].Key}";
        await OneOfManyAsync(await officer.OpenAsync(page), officer, "results", ("Input.Results[SCJG-01]", "OrderedToCorrect"), ("Input.Notes[SCJG-01]", "标签不全"));
        Assert.Equal(1, (await way.Visits.FindAsync(visits[0].Key, Cancellation)).Entries);
        await OneOfManyAsync(await officer.OpenAsync(page), officer, "conclude");
        using PageReader auditor = await host.SignedInAsync("fu");
        await OneOfManyAsync(await auditor.OpenAsync(page), auditor, "audit");
        Assert.Equal(
            ["visit.resultEntered", "visit.concluded", "visit.audited"],
            (await way.Ledger.ReadStreamAsync($"visit/{visits[0].Key}", Cancellation)).Select(entry => entry.Type).Where(type => type is "visit.resultEntered" or "visit.concluded" or "visit.audited"));
        Assert.Empty(host.Log.Failures());
    }

    [Theory]
    [InlineData("../../../../etc/cron.d/evil.pdf", "evil.pdf")]
    [InlineData(@"..\..\evil.pdf", "evil.pdf")]
    [InlineData("现场照片.pdf", "现场照片.pdf")]
    [InlineData("=HYPERLINK(1).pdf", "=HYPERLINK(1).pdf")]
    [InlineData("现场\u202Efdp.exe", "现场fdp.exe")]
    [InlineData("..", null)]
    [InlineData("\0", null)]
    public async Task Evidence_NamesWithTricks_NothingLeavesItsPlace(string name, string? kept)
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, more: SampleInspectors.People);
        using MemoryHost way = new(host.Services);
        string visit = (await way.WithVisitsAsync())[0].Key;
        await way.ArrivedAsync(visit);
        using PageReader officer = await host.SignedInAsync((await way.FirstOfficerAsync(visit)).Person.Id);
        Page sent = await SendFileAsync(officer, $"/visits/{visit}", "evidence", "EvidenceSent", name, "%PDF-1.7\n"u8.ToArray());
        ImmutableArray<EvidenceFile> files = (await way.Visits.FindAsync(visit, Cancellation)).Evidence;
        if (kept is null)
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (sent.Status, files.Length));
            return;
        }

        Assert.Equal((HttpStatusCode.Found, kept), (sent.Status, Assert.Single(files).Name));
        Assert.Equal("%PDF-1.7\n", (await officer.OpenAsync($"/visits/{visit}/evidence/{files[0].Digest}")).Html);
    }

    public static TheoryData<string> Files => ["bomb.xlsx", "line", "columns", "quotes", "nul", "empty", "utf16"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Upload_HostileFile_RefusedOrReadAndNeverAFailure(string kind)
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using PageReader keeper = await host.SignedInAsync("ku");
        foreach (string import in (string[])["/directories/import", "/directories/inspectors/import"])
        {
            Page sent = await SendFileAsync(keeper, import, "upload", "Table", kind.Contains('.', StringComparison.Ordinal) ? kind : "subjects.csv", Hostile(kind));
            Assert.True((int)sent.Status < 500, $"{import}: {sent.Status}");
            if (sent.Location is { } next)
            {
                Page seen = await keeper.OpenAsync(next[next.IndexOf("/directories", StringComparison.Ordinal)..]);
                Assert.True((int)seen.Status < 500, $"{seen.Path}: {seen.Status}");
            }
        }

        Assert.Empty(host.Log.Failures());
    }

    [Fact]
    public async Task Formulas_InWhatIsImported_HarmlessInWhatIsSentOut()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using PageReader keeper = await host.SignedInAsync("ku");
        string[] headers = ["统一社会信用代码", "名称", "登记区域", "行业门类", "信用类别"];
        string table = string.Join(',', headers) + "\r\n" + string.Concat(Formulas.Select(formula =>
            string.Join(',', headers.Select(_ => $"\"{formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
        Page sent = await SendFileAsync(keeper, "/directories/import", "upload", "Table", "subjects.csv", Encoding.UTF8.GetBytes(table));
        Page columns = await keeper.OpenAsync(sent.Location![sent.Location!.IndexOf("/directories", StringComparison.Ordinal)..]);
        Assert.Equal(HttpStatusCode.OK, columns.Status);
        string digest = columns.Path.Split('/', '?')[3];
        string mapped = string.Join('&', ((string[])["code", "name", "region", "trade", "class"]).Zip(headers, (column, header) => $"col-{column}={Uri.EscapeDataString(header)}"));
        string findings = (await keeper.OpenAsync($"/directories/import/{digest}/findings.csv?name=subjects.csv&{mapped}")).Html;
        Assert.Contains("HYPERLINK", findings, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|,|\\n)\"?[=+\\-@\\t＝＋－＠]", findings);
    }

    [Fact]
    public async Task Events_Flood_BoundedForAReaderAndInAll()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, first: services => services.Configure<Web.RandomInspectionWebOptions>(options =>
        {
            options.MostEventStreamsOfAReader = 4;
            options.MostEventStreams = 10;
        }));
        using MemoryHost way = new(host.Services);
        await way.WithVisitsAsync();
        List<HttpResponseMessage> open = [];
        try
        {
            using HttpClient one = await ClientAsync(host, "qiu"), two = await ClientAsync(host, "shen"), three = await ClientAsync(host, "ni");
            await FloodAsync(one, 4);
            await FloodAsync(two, 4);
            await FloodAsync(three, 2); // ten in all
            using HttpResponseMessage refused = await one.GetAsync("/draws/D2026-0001/events", Cancellation);
            Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter?.Delta);
            Assert.Contains("RI9040", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await host.Reader().OpenAsync("/draws/D2026-0001")).Status); // the page does not rest on it

            // Whoever goes away makes room.
            open[0].Dispose();
            for (int i = 0; i < 200; i++)
            {
                HttpResponseMessage again = await one.GetAsync("/matches/M2026-0001/events", HttpCompletionOption.ResponseHeadersRead, Cancellation);
                open.Add(again);
                if (again.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }

                await Task.Delay(50, Cancellation);
            }

            Assert.Fail("No room was made.");
        }
        finally
        {
            open.ForEach(answer => answer.Dispose());
        }

        async Task FloodAsync(HttpClient client, int expected)
        {
            HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync("/draws/D2026-0001/events", HttpCompletionOption.ResponseHeadersRead, Cancellation)));
            open.AddRange(answers.Where(answer => answer.StatusCode == HttpStatusCode.OK));
            Assert.Equal((expected, 20 - expected), (answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests)));
        }
    }

    private static byte[] Hostile(string kind) => kind switch
    {
        "bomb.xlsx" => Bomb(),
        "line" => Encoding.UTF8.GetBytes("统一社会信用代码,名称\n" + new string('甲', 8 << 20)),
        "columns" => Encoding.UTF8.GetBytes(new string(',', 1 << 20) + "\n"),
        "quotes" => Encoding.UTF8.GetBytes("统一社会信用代码,名称\n\"" + new string('"', (4 << 20) + 1)),
        "nul" => new byte[4 << 20],
        "empty" => [],
        _ => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("统一社会信用代码,名称\n")).ToArray(),
    };

    /// <summary>A workbook whose sheet is 256 MiB of blanks in a quarter of a MiB.</summary>
    private static byte[] Bomb()
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        using (Stream sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open())
        {
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 256; i++)
            {
                sheet.Write(blanks);
            }
        }

        return file.ToArray();
    }

    private static async Task OneOfManyAsync(Page page, PageReader reader, string form, params (string Name, string Value)[] fields)
    {
        Page[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => reader.SendAsync(page, form, fields)));
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.Found or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict, $"{form}: {answer.Status}"));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.Found);
    }

    private static async Task<Page> SendFileAsync(PageReader reader, string path, string form, string field, string name, byte[] bytes)
    {
        Page page = await reader.OpenAsync(path);
        using MultipartFormDataContent content = new();
        foreach ((string hidden, string value) in page.HiddenOf(form, []))
        {
            content.Add(new StringContent(value), hidden);
        }

        ByteArrayContent file = new(bytes);
        file.Headers.ContentDisposition = ContentDispositionHeaderValue.Parse($"form-data; name={field}; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        content.Add(file);
        return await reader.SendAsync(path, content);
    }

    private static async Task<HttpClient> ClientAsync(PageHost host, string? person)
    {
        HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };
        if (person is not null)
        {
            using FormUrlEncodedContent content = new([new("_handler", "sign-in"), new("__RequestVerificationToken", await TokenAsync(client)), new("Person", person)]);
            using HttpResponseMessage answer = await client.PostAsync("/account/signin", content, Cancellation);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        return client;
    }

    private static async Task<string> TokenAsync(HttpClient client) => Token().Match(await client.GetStringAsync("/account/signin", Cancellation)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
