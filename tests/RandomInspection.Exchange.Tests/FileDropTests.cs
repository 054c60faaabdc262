using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>Files with manifests: whole or not at all, each row once, with a receipt that says what became of it.</summary>
public sealed class FileDropTests : IDisposable
{
    private const string Mapping = """
        {"type":"cn.random-inspection.subjects.v1",
         "columns":{"code":"统一社会信用代码","name":"企业名称","region":"区县","trade":"行业","creditClass":"等级"},
         "words":{"creditClass":{"守信":"A","失信":"D"}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("ri-drop-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "gb18030"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task ReadAsync_TableOfAnOldSystem_MergedOnceWhateverItsEncoding(string encoding)
    {
        await using FrontHost host = await FrontHost.StartAsync();
        Subject[] subjects = [.. SampleSubjects.Generate(1200)];
        await DropAsync("名录.csv", Encode(Csv(subjects), encoding), 1200);
        FileReceipt receipt = Assert.Single(await ReadAsync(host));
        Assert.Equal((1200L, 0L, (string?)null), (receipt.Rows, receipt.RowsRefused, receipt.Refused));
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(new InFigures("province", 0, 2, 0, 0, host.Clock.Now), await host.In.FiguresAsync("province", Cancellation)); // 1000 and 200 subjects
        Subject? one = await host.Get<ISubjectDirectory>().FindAsync(subjects[7].Code, Cancellation);
        Assert.Equal((subjects[7].Name, subjects[7].Region, subjects[7].Trade), (one!.Name, one.Region, one.Trade));

        // The same file dropped again adds nothing: its messages are known by their ids.
        LedgerHead before = await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        await DropAsync("名录.csv", Encode(Csv(subjects), encoding), 1200);
        await ReadAsync(host);
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(before, await host.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
        Assert.True(File.Exists(Path.Combine(_folder, "done", "名录.csv")));
    }

    [Fact]
    public async Task ReadAsync_RowsWithUnknownWords_NamedAndTheOthersTaken()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        Subject[] subjects = [.. SampleSubjects.Generate(3)];
        string csv = Csv(subjects) + $"{subjects[0].Code}X,甲,沈河区,H,一般\n,乙,沈河区,H,守信\n";
        await DropAsync("a.csv", Encoding.UTF8.GetBytes(csv), 5);
        FileReceipt receipt = Assert.Single(await ReadAsync(host));
        Assert.Equal((5L, 2L), (receipt.Rows, receipt.RowsRefused));
        Assert.StartsWith("5: RI9164", receipt.Findings[0], StringComparison.Ordinal);
        Assert.StartsWith("6: RI9160", receipt.Findings[1], StringComparison.Ordinal);
        using JsonDocument written = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder, "a.csv.receipt.json"), Cancellation));
        Assert.Equal(2, written.RootElement.GetProperty("rowsRefused").GetInt32());
    }

    [Fact]
    public async Task ReadAsync_NotAsItsManifestSays_SetAsideWhole()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        byte[] csv = Encoding.UTF8.GetBytes(Csv([.. SampleSubjects.Generate(3)]));
        await DropAsync("1-count.csv", csv, 4);
        await DropAsync("2-digest.csv", csv, 3);
        await File.AppendAllTextAsync(Path.Combine(_folder, "2-digest.csv"), "x", Cancellation);
        await DropAsync("3-signature.csv", csv, 3, new WebhookKey.Secret([.. new byte[32]]));
        await DropAsync("4-missing.csv", csv, 3);
        File.Delete(Path.Combine(_folder, "4-missing.csv"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "5-broken.csv.manifest.json"), "{", Cancellation);
        await DropAsync("6-macro.xlsm", csv, 3);
        await File.WriteAllTextAsync(Path.Combine(_folder, "7-alone.csv"), "no manifest yet", Cancellation);
        ImmutableArray<FileReceipt> receipts = await ReadAsync(host);
        Assert.Equal(6, receipts.Length);
        Assert.All(receipts, receipt => Assert.StartsWith("RI9162", receipt.Refused, StringComparison.Ordinal));
        Assert.Equal(0, (await host.In.FiguresAsync("province", Cancellation)).Waiting);
        Assert.True(File.Exists(Path.Combine(_folder, "7-alone.csv"))); // whoever still writes is left alone
        Assert.Empty(Directory.GetFiles(_folder, "*.manifest.json"));
    }

    [Fact]
    public async Task TryAsync_DryRun_SaysTheSameAndKeepsNothing()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        await DropAsync("a.csv", Encoding.UTF8.GetBytes(Csv([.. SampleSubjects.Generate(3)])), 3);
        string[] before = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        FileReceipt receipt = await host.Get<FileDropIn>().TryAsync(FrontHost.Province, Path.Combine(_folder, "a.csv"), PartnerMapping.Parse(Mapping), Cancellation);
        Assert.Equal((3L, 0L, (string?)null), (receipt.Rows, receipt.RowsRefused, receipt.Refused));
        Assert.Equal(before, Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Equal(0, (await host.In.FiguresAsync("province", Cancellation)).Waiting);
    }

    /// <summary>What goes out as a file comes in on the other side as it was, by its envelope.</summary>
    [Fact]
    public async Task WriteAsync_PublishedThenRead_TheSameMessagesAndAReceipt()
    {
        ExchangePartner fetches = FrontHost.Province with { SendTo = null };
        await using FrontHost city = await FrontHost.StartAsync(), province = await FrontHost.StartAsync();
        await city.PublishAsync("A", "B", "A");
        string path = (await city.Get<FileDropOut>().WriteAsync(fetches, _folder, Cancellation))!;
        Assert.Null(await city.Get<FileDropOut>().WriteAsync(fetches, _folder, Cancellation)); // the last one has no receipt yet
        FileReceipt receipt = Assert.Single(await ReadAsync(province));
        Assert.Equal((3L, 0L), (receipt.Rows, receipt.RowsRefused));
        await province.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        LocalDate day = Reconciliation.DayOf(city.Clock.Now);
        Assert.Equal(await city.Out.ReconcileAsync("province", day, Cancellation), await province.In.ReconcileAsync("province", day, Cancellation));

        // The partner's receipt beside the file: its rows are received, the next file has what came since.
        File.Move(Path.Combine(_folder, "done", Path.GetFileName(path)), path);
        File.Move(Path.Combine(_folder, "done", Path.GetFileName(path) + FileManifest.Ending), path + FileManifest.Ending);
        string digest = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, Cancellation)));
        await File.WriteAllTextAsync(path + ".receipt.json", $$"""{"digest":"{{digest}}"}""", Cancellation);
        await city.PublishAsync("A");
        string next = (await city.Get<FileDropOut>().WriteAsync(fetches, _folder, Cancellation))!;
        await city.AreAsync(OutboundStatus.Sent, 1, 2, 3);
        Assert.Contains("\"id\":\"publication-4\"", Assert.Single(await File.ReadAllLinesAsync(next, Cancellation)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"type":"other","columns":{}}""")]
    [InlineData("""{"type":"cn.random-inspection.results.v1","columns":{"visit":"a","officer":"b","item":"c"}}""")]
    [InlineData("""{"type":"cn.random-inspection.results.v1","columns":{"visit":"a","officer":"b","item":"c","result":"d","what":"e"}}""")]
    [InlineData("""{"type":"cn.random-inspection.results.v1","columns":{"visit":"a","officer":"b","item":"c","result":"d"},"words":{"what":{}}}""")]
    public void Parse_MappingMalformed_RI9165(string json) =>
        Assert.Equal("RI9165", Assert.Throws<InputRefusedException>(() => PartnerMapping.Parse(json)).Refusal.Code);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Csv(Subject[] subjects) => "统一社会信用代码,企业名称,区县,行业,等级\n"
        + string.Concat(subjects.Select(subject => $"{subject.Code},{subject.Name},{subject.Region},{subject.Trade},{(subject.CreditClass == "D" ? "失信" : "守信")}\n"));

    private static byte[] Encode(string text, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return encoding switch
        {
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            "gb18030" => Encoding.GetEncoding("GB18030").GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    private async Task<ImmutableArray<FileReceipt>> ReadAsync(FrontHost host) =>
        await host.Get<FileDropIn>().ReadAsync(FrontHost.Province, _folder, PartnerMapping.Parse(Mapping), Cancellation);

    private async Task DropAsync(string name, byte[] content, long count, WebhookKey.Secret? secret = null)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, name), content, Cancellation);
        FileManifest manifest = new FileManifest(name, "https://old.example", count, Convert.ToHexStringLower(SHA256.HashData(content)), "2026-11-23T01:00:00Z", []).SignBy([secret ?? FrontHost.Secret]);
        await File.WriteAllBytesAsync(Path.Combine(_folder, name + FileManifest.Ending), manifest.ToBytes(), Cancellation);
    }
}
