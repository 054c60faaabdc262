using System.IO.Compression;
using RandomInspection.Directories;
using RandomInspection.Tabular;

namespace RandomInspection.Fuzzing;

/// <summary>Tables of subjects: text, a workbook, and a workbook whose sheet alone is the input, so that what is behind the archive is reached.</summary>
internal static class TableReaders
{
    // Small, so that a bomb shows as a slow input: 1 MiB inflated at most.
    private static readonly WorkbookLimits Limits = new(Entries: 40, Bytes: 1 << 20, SharedBytes: 1 << 18, Ratio: 100);

    public static void Csv(byte[] bytes)
    {
        using TableReader table = TableReader.Open(bytes);
        SubjectImport import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers));
        if (import.Subjects.Length + import.Dated.Length > import.Rows)
        {
            throw new FaultException($"{import.Rows} rows gave {import.Subjects.Length} subjects.");
        }
    }

    public static void Workbook(byte[] bytes) => Read(new MemoryStream(bytes, writable: false));

    public static void Sheet(byte[] bytes)
    {
        MemoryStream package = new();
        using (ZipArchive archive = new(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""u8);
            Add("_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""u8);
            Add("xl/workbook.xml", """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"""u8);
            Add("xl/_rels/workbook.xml.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""u8);
            Add("xl/worksheets/sheet1.xml", bytes);

            void Add(string name, ReadOnlySpan<byte> content)
            {
                using Stream part = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }

        Read(package);
    }

    private static void Read(MemoryStream package)
    {
        using WorkbookReader table = WorkbookReader.Open(package, Limits);
        int rows = 0;
        foreach (TableRow row in table.Rows())
        {
            if (++rows > WorkbookWriter.MostRows)
            {
                throw new FaultException("More rows than a sheet has.");
            }

            if (row.Fault is null && table.Headers.Any(header => row[table.ColumnOf(header)] is null))
            {
                throw new FaultException("A cell is null.");
            }
        }
    }
}
