using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace RandomInspection.Tabular;

/// <summary>Writes an XLSX workbook of one sheet, every cell a text, row by row: memory does not grow with the rows.</summary>
/// <remarks>A text is no formula, whatever it begins with. Source: ECMA-376 Part 1, SpreadsheetML.</remarks>
public sealed partial class WorkbookWriter : IAsyncDisposable
{
    /// <summary>Most rows of a sheet, the header included.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly ZipArchive _package;
    private readonly XmlWriter _sheet;
    private readonly int _columns;

    private WorkbookWriter(ZipArchive package, XmlWriter sheet, int columns)
    {
        _package = package;
        _sheet = sheet;
        _columns = columns;
    }

    /// <summary>How many rows were written, the header included.</summary>
    public int Rows { get; private set; }

    /// <summary>Begins a workbook by writing its header.</summary>
    /// <param name="destination">Where to; stays open.</param>
    /// <param name="headers">The names of the columns, 1 or more.</param>
    public static WorkbookWriter Begin(Stream destination, ImmutableArray<string> headers)
    {
        ZipArchive package = new(destination, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Part(package, "[Content_Types].xml", $"""
            <Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheet}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Sheet}worksheet+xml"/></Types>
            """);
        Part(package, "_rels/.rels", $"""
            <Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Part(package, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="messages" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Part(package, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
            """);
        XmlWriter sheet = XmlWriter.Create(
            package.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(),
            new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize });
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetData", Main);
        WorkbookWriter workbook = new(package, sheet, headers.Length);
        workbook.WriteRow(headers);
        return workbook;
    }

    /// <summary>Writes a row.</summary>
    /// <param name="cells">As many cells as there are headers.</param>
    /// <exception cref="ArgumentException">There are more or fewer cells than headers.</exception>
    /// <exception cref="InvalidOperationException">The sheet is full.</exception>
    public void WriteRow(ImmutableArray<string> cells)
    {
        if (cells.Length != _columns)
        {
            throw new ArgumentException($"A row of this table has {_columns} cells.", nameof(cells));
        }

        if (++Rows > MostRows)
        {
            throw new InvalidOperationException($"A sheet has {MostRows} rows.");
        }

        _sheet.WriteStartElement("row", Main);
        _sheet.WriteAttributeString("r", Rows.ToString(CultureInfo.InvariantCulture));
        foreach (string cell in cells)
        {
            _sheet.WriteStartElement("c", Main);
            _sheet.WriteAttributeString("t", "inlineStr");
            _sheet.WriteStartElement("is", Main);
            _sheet.WriteStartElement("t", Main);
            _sheet.WriteAttributeString("xml", "space", null, "preserve");
            _sheet.WriteString(Escaped().Replace(cell, match => match.Value[0] == '_' ? "_x005F" + match.Value : $"_x{(int)match.Value[0]:X4}_"));
            _sheet.WriteEndElement();
            _sheet.WriteEndElement();
            _sheet.WriteEndElement();
        }

        _sheet.WriteEndElement();
    }

    /// <summary>Ends the workbook; the destination stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _package.Dispose();
        await ValueTask.CompletedTask;
    }

    private static void Part(ZipArchive package, string name, string xml)
    {
        using StreamWriter part = new(package.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }

    /// <summary>What would be read as an escape, and what XML cannot say.</summary>
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
