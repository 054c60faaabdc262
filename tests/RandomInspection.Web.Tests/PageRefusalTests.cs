using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>What the pages themselves refuse: files, fields and people, each named by its code with its values, and nothing is done.</summary>
public sealed class PageRefusalTests
{
    private const long LargestTable = 200L << 20;
    private const string Header = "统一社会信用代码,名称,登记区域,行业门类,信用类别\n";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 10, 1, 0);
    private static readonly string NotKept = new('0', 64);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_NoFileEmptyOrTooLarge_RefusedAndNothingIsKept()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader keeper = await host.SignedInAsync("ku");
        await RefusedAsync(SendTableAsync(keeper, null), "RI7001");
        await RefusedAsync(SendTableAsync(keeper, new ByteArrayContent([])), "RI7002", "subjects.csv");
        string large = Path.GetTempFileName();
        await using FileStream zeros = new(large, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        zeros.SetLength(LargestTable + 1);
        await RefusedAsync(SendTableAsync(keeper, new StreamContent(zeros, 1 << 20)), "RI7003", "subjects.csv", "209715201", "209715200");
        Assert.Equal(0, await host.Get<IEvidenceStore>().RemoveKeptForNowAsync(Now + Duration.FromDays(1), Cancellation));
    }

    [Fact]
    public async Task Import_FileOrJobNotKnown_RefusedByItsName()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader keeper = await host.SignedInAsync("ku");
        await RefusedAsync(keeper.OpenAsync($"/directories/import/{NotKept}?name=subjects.csv"), "RI7004", NotKept);
        await RefusedAsync(keeper.OpenAsync("/directories/import/jobs/nothing"), "RI7005", "nothing");
    }

    [Fact]
    public async Task Check_NoRowCanBeImported_SaysSoAndOffersNoImport()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader keeper = await host.SignedInAsync("ku");
        Page check = await UntilAsync(keeper, await CheckAsync(host, keeper, $"{Header}X,甲,沈河区,A,A\nY,乙,沈河区,A,A\n"), "RI7007");
        Assert.Contains("2 rows", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"import\"", check.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_StoreFailsWithinTheJob_SaidToBeInterruptedAndTheDirectoryIsAsItWas()
    {
        FailingEvidence? evidence = null;
        await using PageHost host = await PageHost.StartAsync(Now, last: services =>
        {
            ServiceDescriptor sound = services.Last(service => service.ServiceType == typeof(IEvidenceStore));
            services.AddSingleton<IEvidenceStore>(all => evidence = new FailingEvidence(
                (IEvidenceStore)(sound.ImplementationFactory?.Invoke(all) ?? ActivatorUtilities.CreateInstance(all, sound.ImplementationType!))));
        });
        using PageReader keeper = await host.SignedInAsync("ku");
        string address = await CheckAsync(host, keeper, $"{Header}91210100MA0P4BHR4X,甲,沈河区,A,A\n");
        Page check = await UntilAsync(keeper, address, "Import the file?");
        evidence!.Fails = true;
        string job = PathOf(await keeper.SendAsync(check, "import"));
        await UntilAsync(keeper, job, "RI7008");
        Assert.Equal(0, await host.Get<ISubjectDirectory>().VersionAsync(Cancellation));
        Assert.Contains(host.Log.Failures(), line => line.Contains("Import job", StringComparison.Ordinal));

        evidence.Fails = false;
        Page again = await keeper.SendAsync(await keeper.OpenAsync(address), "import");
        await UntilAsync(keeper, PathOf(again), "now version 1");
    }

    [Theory]
    [InlineData("/calendar?year=2026&from=tomorrow", "RI7101", "tomorrow")]
    [InlineData("/calendar?year=2026&from=2026-02-30", "RI7101", "2026-02-30")]
    [InlineData("/calendar?year=2026&days=0", "RI7102", "0", "from 1 to")]
    [InlineData("/calendar?year=2026&days=ten", "RI7102", "ten", "from 1 to")]
    public async Task Deadline_NoDateOrNoNumber_RefusedWithWhatWasWritten(string address, string code, params string[] values)
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader anybody = host.Reader();
        Page page = await anybody.OpenAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);

        // A field shows the words of its refusal, not the code: they are those that the page of codes has for it.
        string row = (await File.ReadAllLinesAsync(Path.Combine(RepositoryFiles.Root, "docs", "codes.md"), Cancellation)).Single(line => line.StartsWith($"| {code} |", StringComparison.Ordinal));
        string words = row.Split('|')[2].Split("<br>")[1].Trim();
        Assert.Matches(Regex.Replace(Regex.Escape(words), @"\\\{\w+}", "[^ ]+"), page.Text);
        Assert.All(values, value => Assert.Contains(value, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task LoadNotice_FileOrFieldsWrong_RefusedAndNothingIsKept()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader administrator = await host.SignedInAsync("guan");
        await RefusedAsync(SendNoticeAsync(administrator, null), "RI7103");
        await RefusedAsync(SendNoticeAsync(administrator, "{}"u8.ToArray(), ("Input.Text", "{}")), "RI7104", "notice.json");
        await RefusedAsync(SendNoticeAsync(administrator, new byte[(1 << 20) + 1]), "RI7105", "1048577", "1048576");
        await RefusedAsync(SendNoticeAsync(administrator, [0xB4, 0xBA, 0xBD, 0xDA]), "RI7106", "notice.json");
        await RefusedAsync(SendNoticeAsync(administrator, null, ("Input.Text", "{}"), ("Input.Issued", "2025-11-04")), "RI7107");
        await RefusedAsync(SendNoticeAsync(administrator, null, ("Input.Text", "{}"), ("Input.Granted", "1")), "RI7107");
        await RefusedAsync(SendNoticeAsync(administrator, """{"year":2027,"days":[]}"""u8.ToArray()), "RI7108", "1 faults");
        await RefusedAsync(administrator.OpenAsync($"/calendar/load/{NotKept}"), "RI7109", NotKept);
        Assert.Equal(0, await host.Get<IEvidenceStore>().RemoveKeptForNowAsync(Now + Duration.FromDays(1), Cancellation));
    }

    [Fact]
    public async Task Match_FieldNoNumberOrNoDate_RefusedWithWhatWasWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using (Way way = new(store))
        {
            await way.GoAsync("inspectors");
        }

        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader operates = await host.SignedInAsync(Way.Operator.Person.Id);
        string page = $"/tasks/{Way.TaskId}/match";
        await RefusedAsync(operates.OpenAsync($"{page}?Officers=two"), "RI7121", "two", "from 0 to 1000");
        await RefusedAsync(operates.OpenAsync($"{page}?Capacity=0"), "RI7121", "0", "from 1 to");
        await RefusedAsync(operates.OpenAsync($"{page}?To=2026-11-31"), "RI7122", "2026-11-31");
    }

    [Fact]
    public async Task Board_NothingTicked_RefusedAndNothingIsPublished()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using (Way way = new(store))
        {
            await way.GoAsync("approve");
        }

        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using PageReader publisher = await host.SignedInAsync("gong");
        LedgerHead before = await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        await RefusedAsync(publisher.SendAsync(await publisher.OpenAsync("/disclosure"), "publish", ("Input.Channels", "portal")), "RI2205");
        Assert.Equal(before, await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
    }

    [Fact]
    public async Task SignIn_OutsideDevelopmentOrAsNobody_RefusedAndNobodyIsSignedIn()
    {
        await using (PageHost production = await PageHost.StartAsync(Now, environment: "Production"))
        {
            using PageReader anybody = production.Reader();
            Page closed = await anybody.OpenAsync("/account/signin");
            Assert.Equal(HttpStatusCode.Forbidden, closed.Status);
            Assert.Contains("RI9001", closed.Text, StringComparison.Ordinal);
            Assert.Contains("\"Production\"", closed.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("person-button", closed.Html, StringComparison.Ordinal);
        }

        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = host.Reader();
        await RefusedAsync(reader.SendAsync(await reader.OpenAsync("/account/signin"), "sign-in", ("Person", "nobody")), "RI9002", "nobody");
        Assert.Equal(HttpStatusCode.Found, (await reader.OpenAsync("/tasks")).Status);
    }

    [Fact]
    public async Task Page_OfAnotherRole_ForbiddenNamingTheRole()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader keeper = await host.SignedInAsync("ku");
        Page forbidden = await keeper.OpenAsync("/calendar/load");
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.Status);
        Assert.Contains("RI9003", forbidden.Text, StringComparison.Ordinal);
        Assert.Contains($"\"{StateWords.Of(Role.Administrator).English}\"", forbidden.Text, StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(Task<Page> asked, string code, params string[] values)
    {
        Page page = await asked;
        Assert.True(page.Status == HttpStatusCode.UnprocessableEntity, $"{code}: {page.Status} {page.Location} {page.Text}");
        Assert.Contains(code, page.Text, StringComparison.Ordinal);
        Assert.All(values, value => Assert.Contains(value, page.Text, StringComparison.Ordinal));
    }

    /// <summary>Keeps a table and gives the address of its dry run.</summary>
    private static async Task<string> CheckAsync(PageHost host, PageReader keeper, string table)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(table);
        Assert.Equal(HttpStatusCode.Found, (await SendTableAsync(keeper, new ByteArrayContent(bytes))).Status);
        string digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.NotNull(await host.Get<IEvidenceStore>().GetAsync(digest, Cancellation));
        string columns = string.Join('&', ((string[])["code", "name", "region", "trade", "class"]).Zip(Header.Trim().Split(','), (field, column) => $"col-{field}={Uri.EscapeDataString(column)}"));
        return $"/directories/import/{digest}/check?name=subjects.csv&{columns}";
    }

    /// <summary>The page of an address once a job has come so far that it says this.</summary>
    private static async Task<Page> UntilAsync(PageReader reader, string address, string says)
    {
        Page page = await reader.OpenAsync(address);
        for (int times = 0; times < 200 && !page.Text.Contains(says, StringComparison.Ordinal); times++)
        {
            await Task.Delay(50, Cancellation);
            page = await reader.OpenAsync(address);
        }

        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        return page;
    }

    private static async Task<Page> SendTableAsync(PageReader keeper, HttpContent? file) =>
        await SendAsync(keeper, await keeper.OpenAsync("/directories/import"), "upload", "Table", "subjects.csv", file);

    private static async Task<Page> SendNoticeAsync(PageReader administrator, byte[]? file, params (string Name, string Value)[] fields) =>
        await SendAsync(administrator, await administrator.OpenAsync("/calendar/load"), "check", "Input.File", "notice.json", file is null ? null : new ByteArrayContent(file), fields);

    private static async Task<Page> SendAsync(PageReader reader, Page page, string form, string field, string name, HttpContent? file, params (string Name, string Value)[] fields)
    {
        using MultipartFormDataContent content = new();
        foreach ((string hidden, string value) in page.HiddenOf(form, fields))
        {
            content.Add(new StringContent(value), hidden);
        }

        foreach ((string given, string value) in fields)
        {
            content.Add(new StringContent(value), given);
        }

        if (file is not null)
        {
            content.Add(file, field, name);
        }

        return await reader.SendAsync(page.Path, content);
    }

    private static string PathOf(Page page)
    {
        Assert.True(page.Location is not null, page.Text);
        return Uri.TryCreate(page.Location, UriKind.Absolute, out Uri? address) && address.Scheme != Uri.UriSchemeFile ? address.PathAndQuery : page.Location;
    }

    /// <summary>An evidence store whose disk goes away.</summary>
    private sealed class FailingEvidence(IEvidenceStore sound) : IEvidenceStore
    {
        public bool Fails { get; set; }

        public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
            Fails ? throw new IOException("The disk is gone.") : sound.PutAsync(bytes, cancellation);

        public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => sound.PutForNowAsync(bytes, at, cancellation);

        public Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation) => sound.RemoveKeptForNowAsync(before, cancellation);

        public Task<byte[]?> GetAsync(string digest, CancellationToken cancellation) => sound.GetAsync(digest, cancellation);
    }
}
