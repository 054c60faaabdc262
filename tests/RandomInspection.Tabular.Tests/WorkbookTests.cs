using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using RandomInspection.Tabular;

namespace RandomInspection.Tests;

/// <summary>Workbooks: what is written comes back, what others write is read, and what is more than data or more than the memory is refused.</summary>
public sealed class WorkbookTests
{
    private const string Types = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static TheoryData<string, string[]> More => new()
    {
        { "macros", ["xl/vbaProject.bin", "x"] },
        { "links", ["xl/externalLinks/externalLink1.xml", "<a/>"] },
        { "embedded", ["xl/embeddings/oleObject1.bin", "x"] },
        { "document type", ["xl/styles.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"] },
        { "external relation", ["xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/oleObject" Target="http://a.example" TargetMode="External"/></Relationships>"""] },
        { "twice", ["xl/workbook.xml", "<a/>"] },
        { "no XML", ["xl/styles.xml", "<a"] },
    };

    [Fact]
    public async Task WriteThenRead_EveryText_AsItWas()
    {
        string[] texts = ["", "=1+1", " spaces ", "a\nb\r\nc", "_x0041_", "_x005F_", "\u0001\u001f", "沈阳😀", "\"'<>&", new string('长', 32_000), "0001", "1e5"];
        using MemoryStream file = new();
        await using (WorkbookWriter writer = WorkbookWriter.Begin(file, ["编号", "内容"]))
        {
            for (int i = 0; i < texts.Length; i++)
            {
                writer.WriteRow([$"{i}", texts[i]]);
            }
        }

        using WorkbookReader reader = WorkbookReader.Open(file);
        Assert.Equal(["编号", "内容"], reader.Headers);
        Assert.Equal(texts, reader.Rows().Select(row => row[reader.ColumnOf("内容")]));
        Assert.Equal("RI5011", Assert.Throws<InputRefusedException>(() => reader.ColumnOf("别的")).Refusal.Code);
    }

    [Fact]
    public void Read_AsSpreadsheetsWrite_SharedTextsNumbersDatesAndGaps()
    {
        using MemoryStream file = Package(
            ("[Content_Types].xml", Types),
            ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
            ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>代码</t></si><si><t>日期</t></si><si><r><t>甲</t></r><r><t>乙</t></r></si></sst>"""),
            ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"""),
            ("xl/worksheets/sheet1.xml", $"""
                <worksheet xmlns="{Main}"><sheetData>
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
                <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>46349</v></c></row>
                <row r="4"><c r="A4"><v>210103</v></c></row>
                <row r="5"><c r="A5"><v>1.5</v></c><c r="D5"><v>9</v></c></row>
                </sheetData></worksheet>
                """));
        using WorkbookReader reader = WorkbookReader.Open(file);
        TableRow[] rows = [.. reader.Rows()];
        Assert.Equal(["甲乙", "2026-11-23"], rows[0].Fields);
        Assert.Equal(["210103", ""], rows[1].Fields);
        Assert.Equal("RI5012", rows[2].Fault!.Code); // a cell outside the table
    }

    [Theory]
    [MemberData(nameof(More))]
    public void Read_MoreThanData_RI5019(string what, string[] part)
    {
        using MemoryStream file = Package(("[Content_Types].xml", Types), ("xl/workbook.xml", "<a/>"), (part[0], part[1]));
        Assert.True(Refused(file) == "RI5019", what);
    }

    /// <summary>What is refused is refused before it is held: by the bytes that are allocated, whatever the machine.</summary>
    [Fact]
    public void Read_Bombs_RefusedWithinTheMemoryOfAFewBlocks()
    {
        foreach ((string name, MemoryStream file) in new (string, MemoryStream)[]
        {
            ("ratio", Package(("[Content_Types].xml", Types), ("xl/workbook.xml", "<a/>"), ("xl/worksheets/sheet1.xml", "<a>" + new string(' ', 64 << 20) + "</a>"))),
            ("prolog", Package(("[Content_Types].xml", Types), ("xl/workbook.xml", "<?xml version=\"1.0\"?><!--" + new string(' ', 64 << 20) + "--><a/>"))),
            ("shared", Package(("[Content_Types].xml", Types), ("xl/workbook.xml", "<a/>"), ("xl/sharedStrings.xml", "<a>" + Noise(3 << 20) + "</a>"))),
            ("entries", Package([.. Enumerable.Range(0, 60_000).Select(i => ($"a{i}", ""))])),
            ("size", Claiming(3_000_000_000)),
        })
        {
            using (file)
            {
                GC.Collect();
                long before = GC.GetAllocatedBytesForCurrentThread();
                long begun = System.Diagnostics.Stopwatch.GetTimestamp();
                Assert.True(Refused(file, WorkbookLimits.Default with { SharedBytes = 2 << 20 }) == "RI5019", name);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 << 20);
                TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("no package")]
    [InlineData("PK\u0003\u0004 nothing")]
    public void Read_NoPackage_RI5019(string text)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(text));
        Assert.Equal("RI5019", Refused(file));
    }

    /// <summary>A sound workbook with any byte changed is read or refused, and nothing else.</summary>
    [Fact]
    public async Task Read_AnyByteChanged_ReadOrRefused()
    {
        using MemoryStream sound = new();
        await using (WorkbookWriter writer = WorkbookWriter.Begin(sound, ["a"]))
        {
            writer.WriteRow(["b"]);
        }

        byte[] bytes = sound.ToArray();
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 0x55;
            using MemoryStream file = new(changed);
            _ = Refused(file);
        }
    }

    private static string? Refused(Stream file, WorkbookLimits? limits = null)
    {
        try
        {
            using WorkbookReader reader = WorkbookReader.Open(file, limits);
            _ = reader.Rows().Count();
            return null;
        }
        catch (InputRefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }

    private static string Noise(int length) => string.Create(length, 12345, (text, seed) =>
    {
        uint state = (uint)seed;
        for (int i = 0; i < text.Length; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            text[i] = (char)('a' + (state >> 28));
        }
    });

    /// <summary>A package whose directory claims a part to be larger than it is.</summary>
    private static MemoryStream Claiming(uint size)
    {
        MemoryStream file = Package(("[Content_Types].xml", Types), ("xl/workbook.xml", "<a/>"));
        byte[] bytes = file.ToArray();
        int at = bytes.AsSpan().LastIndexOf((byte[])[0x50, 0x4B, 0x01, 0x02]);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 24), size);
        return new MemoryStream(bytes);
    }

    private static MemoryStream Package(params (string Name, string Text)[] parts)
    {
        MemoryStream file = new();
        using (ZipArchive package = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in parts)
            {
                using StreamWriter part = new(package.CreateEntry(name, CompressionLevel.Fastest).Open());
                part.Write(text);
            }
        }

        return file;
    }
}
