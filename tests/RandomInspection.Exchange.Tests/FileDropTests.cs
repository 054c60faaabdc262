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

    /// <summary>In every form that goes out, what is read on the other side is the same, line breaks and long payloads too; a full list says what leaves.</summary>
    [Theory]
    [InlineData(DropFormat.Lines)]
    [InlineData(DropFormat.Csv)]
    [InlineData(DropFormat.CsvWithMark)]
    [InlineData(DropFormat.CsvGb18030)]
    [InlineData(DropFormat.Workbook)]
    public async Task WriteAsync_EveryForm_ReadAsTheSameMessages(DropFormat format)
    {
        ExchangePartner gets = FrontHost.Province with { SendTo = null, Gets = [ExchangeTypes.Subjects] };
        await using FrontHost city = await FrontHost.StartAsync(), province = await FrontHost.StartAsync();
        ExchangeMessage[] sent =
        [
            Of("m-1", SubjectMessages.Write(SampleSubjects.Generate(500))), // longer than a cell
            Of("m-2", SubjectMessages.Write(SampleSubjects.Generate(1)).Replace(",", ",\r\n ", StringComparison.Ordinal)),
        ];
        await city.In.KeepAsync([.. sent.Select(message => ("department", message, "test"))], city.Clock.Now, Cancellation);
        await city.Get<InboxRun>().RunAsync(FrontHost.Province with { Id = "department" }, Cancellation);
        Assert.Equal(1, (await city.In.FiguresAsync("department", Cancellation)).Taken); // the second is no canonical line; it is not passed on
        await city.PublishAsync("A");
        string path = (await city.Get<FileDropOut>().WriteAsync(gets, _folder, format, Cancellation))!;
        byte[] head = (await File.ReadAllBytesAsync(path, Cancellation))[..3];
        Assert.Equal(format == DropFormat.CsvWithMark, head.AsSpan().SequenceEqual("\uFEFF"u8));
        FileReceipt receipt = Assert.Single(await province.Get<FileDropIn>().ReadAsync(FrontHost.Province, _folder, null, Cancellation));
        Assert.Equal((2L, 0L, (string?)null), (receipt.Rows, receipt.RowsRefused, receipt.Refused));
        ImmutableArray<InboundMessage> got = await province.In.ReadAsync("province", InboundStatus.Waiting, 10, Cancellation);
        Assert.Equal((await city.Out.AfterAsync("province", 0, 10, Cancellation)).Select(row => row.Body), got.Select(row => row.Body));

        static ExchangeMessage Of(string id, string data) => ExchangeMessage.Of("https://old.example", id, ExchangeTypes.Subjects, "subjects", null, Instant.FromUtc(2026, 11, 23, 1, 0), data);
    }

    [Fact]
    public async Task ReadAsync_WorkbookOfAnOldSystem_FullList_WhatIsNotThereLeaves()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        Subject[] subjects = [.. SampleSubjects.Generate(2500).OrderBy(one => one.Code, StringComparer.Ordinal)];
        await DropAsync("全量.csv", Encoding.UTF8.GetBytes(Csv(subjects)), 2500);
        await ReadAsync(host);
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Subject gone = subjects[1234];
        using MemoryStream file = new();
        await using (Tabular.WorkbookWriter writer = Tabular.WorkbookWriter.Begin(file, ["统一社会信用代码", "企业名称", "区县", "行业", "等级"]))
        {
            foreach (Subject one in subjects.Where(one => one != gone))
            {
                writer.WriteRow([one.Code, one.Name, one.Region, one.Trade, one.CreditClass == "D" ? "失信" : "守信"]);
            }
        }

        PartnerMapping full = PartnerMapping.Parse(Mapping[..^1].TrimEnd() + ""","full":{"status":"Deregistered"}}""");
        await DropAsync("全量.xlsx", file.ToArray(), 2499);
        FileReceipt receipt = Assert.Single(await host.Get<FileDropIn>().ReadAsync(FrontHost.Province, _folder, full, Cancellation));
        Assert.Equal((2499L, 0L, (string?)null), (receipt.Rows, receipt.RowsRefused, receipt.Refused));
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(0, (await host.In.FiguresAsync("province", Cancellation)).Aside);
        List<string> left = [];
        await foreach (Subject one in host.Get<ISubjectDirectory>().ReadAsync(Cancellation))
        {
            if (one.Status == SubjectStatus.Deregistered)
            {
                left.Add(one.Code);
            }
        }

        Assert.Equal([gone.Code], left); // over three messages, cut by codes

        // A full list that does not read whole, or is not in order, is refused whole: what it does not name would leave.
        await DropAsync("乱序.csv", Encoding.UTF8.GetBytes(Csv([subjects[1], subjects[0]])), 2);
        await DropAsync("坏行.csv", Encoding.UTF8.GetBytes(Csv(subjects[..2]) + "x,,沈河区,H,守信\n"), 3);
        Assert.All(await host.Get<FileDropIn>().ReadAsync(FrontHost.Province, _folder, full, Cancellation), one => Assert.StartsWith("RI9162", one.Refused, StringComparison.Ordinal));
    }

    /// <summary>The tables of every type that has them, by their mapping.</summary>
    [Theory]
    [InlineData("inspectors", "id,name,department,kind,level,regions,certificates,validFrom,validTo,leave,capacity", "z-1,甲,scjg,Officer,City,全市,C1；C2,2026-01-01；2026-02-01,2027-01-01；2027-02-01,2026-03-01/2026-03-05,9")]
    [InlineData("items", "department,reason,code,title,titleEn,basis,isKey,ratioPercent,object,objectEn", "scjg,与部门系统一致,X-01,检查,Check,某法第一条,false,3,企业,Firms")]
    [InlineData("superior-task", "authority,task,title,words,items,from,to", "省局,S-1,抽查,省局计划,SCJG-01,2026-12-01,2026-12-31")]
    [InlineData("credit", "source,code,creditClass,on", "省平台,S-1,A,2026-11-01")]
    [InlineData("results", "visit,officer,item,result", "V-1,chai,SCJG-01,01")]
    public async Task ReadAsync_TableOfEachType_AsItsSchemaSays(string type, string columns, string row)
    {
        await using FrontHost host = await FrontHost.StartAsync();
        string name = $"cn.random-inspection.{type}.v1";
        PartnerMapping mapping = PartnerMapping.Parse(JsonSerializer.Serialize(new { type = name, columns = columns.Split(',').ToDictionary(one => one, one => one) }));
        await DropAsync("a.csv", Encoding.UTF8.GetBytes($"{columns}\n{row}\n"), 1);
        FileReceipt receipt = Assert.Single(await host.Get<FileDropIn>().ReadAsync(FrontHost.Province, _folder, mapping, Cancellation));
        Assert.Equal((1L, 0L, (string?)null), (receipt.Rows, receipt.RowsRefused, receipt.Refused));
        InboundMessage message = Assert.Single(await host.In.ReadAsync("province", InboundStatus.Waiting, 10, Cancellation));
        Assert.Equal(name, message.Type);
        await DropAsync("b.csv", Encoding.UTF8.GetBytes($"{columns}\n{string.Join(',', columns.Split(',').Select(_ => "?"))}\n"), 1);
        Assert.Equal(1, Assert.Single(await host.Get<FileDropIn>().ReadAsync(FrontHost.Province, _folder, mapping, Cancellation)).RowsRefused);
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
