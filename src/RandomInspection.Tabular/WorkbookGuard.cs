using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>Looks at a workbook before anything of it is read: its parts are counted, inflated and counted again, and thrown away.</summary>
/// <remarks>What a part claims to be is looked at first, so that a bomb that says so costs nothing; one that lies is met while it is inflated, a block at a time.</remarks>
internal static class WorkbookGuard
{
    private const int Block = 1 << 16;
    private const int FreeOfRatio = 1 << 20;
    private const int MostRelations = 1 << 22;
    private const uint EndOfDirectory = 0x06054B50;
    private const uint DirectoryHeader = 0x02014B50;
    private const int EndLength = 22;
    private const int HeaderLength = 46;

    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false, MaxCharactersInDocument = MostRelations };

    /// <summary>Refuses what is no workbook, is too much, or has more than data.</summary>
    /// <exception cref="InputRefusedException">RI5019.</exception>
    public static void Check(Stream source, WorkbookLimits limits)
    {
        CheckDirectory(source, limits);
        source.Position = 0;
        try
        {
            using ZipArchive package = new(source, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Sum(entry => entry.Length) > limits.Bytes)
            {
                throw Refused($"解压后超过 {limits.Bytes} 字节", $"it has more than {limits.Bytes} bytes inflated");
            }

            HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
            byte[] block = new byte[Block];
            long all = 0;
            foreach (ZipArchiveEntry entry in package.Entries)
            {
                if (!names.Add(entry.FullName))
                {
                    throw Refused("同名部件重复", "a part stands in it twice");
                }

                CheckName(entry.FullName);
                all += Inflate(entry, block, limits, limits.Bytes - all);
            }

            if (!names.Contains("[Content_Types].xml") || !names.Contains("xl/workbook.xml"))
            {
                throw Refused("不是 XLSX", "it is no XLSX");
            }
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException or IOException)
        {
            throw Refused(ShownText.Of(e.Message), ShownText.Of(e.Message));
        }
    }

    /// <summary>How many parts there are is counted before the package is opened, which would hold an object for each.</summary>
    private static void CheckDirectory(Stream source, WorkbookLimits limits)
    {
        int length = (int)Math.Min(source.Length, EndLength + ushort.MaxValue);
        byte[] tail = new byte[length];
        source.Position = source.Length - length;
        source.ReadExactly(tail);
        int end = length - EndLength;
        while (end >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end)) != EndOfDirectory)
        {
            end--;
        }

        if (end < 0)
        {
            throw Refused("不是 XLSX", "it is no XLSX");
        }

        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        byte[] header = new byte[HeaderLength];
        int entries = 0;
        source.Position = Math.Min(offset, source.Length); // one that leads nowhere finds no entries
        while (source.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && BinaryPrimitives.ReadUInt32LittleEndian(header) == DirectoryHeader)
        {
            if (++entries > limits.Entries)
            {
                throw Refused($"部件超过 {limits.Entries} 个", $"it has more than {limits.Entries} parts");
            }

            source.Position += BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
        }

        // A directory in the wide form (ZIP64) has its offset elsewhere: no workbook that is read here needs it.
        if (entries == 0 || entries != BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)))
        {
            throw Refused("压缩包目录不符", "its directory is not what it says");
        }
    }

    private static void CheckName(string name)
    {
        if (name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && name.Contains("vba", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("含有宏", "it has macros");
        }

        if (name.Contains("externalLinks/", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("含有外部链接", "it has links to other files");
        }

        if (name.Contains("activeX", StringComparison.OrdinalIgnoreCase) || name.Contains("embeddings/", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("含有控件或嵌入对象", "it has controls or embedded objects");
        }
    }

    private static long Inflate(ZipArchiveEntry entry, byte[] block, WorkbookLimits limits, long left)
    {
        bool isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        bool isHeld = entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase);
        if (isXml)
        {
            CheckXml(entry);
        }

        long bytes = 0;
        using Stream part = entry.Open();
        for (int read; (read = part.Read(block)) > 0;)
        {
            bytes += read;
            if (bytes > left || (isHeld && bytes > limits.SharedBytes))
            {
                throw Refused($"解压后超过 {(isHeld ? limits.SharedBytes : limits.Bytes)} 字节", $"it has more than {(isHeld ? limits.SharedBytes : limits.Bytes)} bytes inflated");
            }

            if (bytes > FreeOfRatio && bytes / Math.Max(1, entry.CompressedLength) > limits.Ratio)
            {
                throw Refused($"压缩比超过 {limits.Ratio}", $"a part is packed more than {limits.Ratio} to one");
            }
        }

        return bytes;
    }

    /// <summary>What stands before the root has no document type; relations lead nowhere else, but for what a reader may click.</summary>
    private static void CheckXml(ZipArchiveEntry entry)
    {
        using Stream part = entry.Open();
        using XmlReader xml = XmlReader.Create(part, Plain);
        xml.MoveToContent();
        if (entry.FullName == "[Content_Types].xml" || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            if (entry.Length > MostRelations)
            {
                throw Refused("关系部件过大", "its relations are too many");
            }

            while (xml.Read())
            {
                if (xml.GetAttribute("TargetMode") == "External" && xml.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
                {
                    throw Refused("含有外部链接", "it has links to other files");
                }

                if (xml.GetAttribute("ContentType")?.Contains("macro", StringComparison.OrdinalIgnoreCase) == true)
                {
                    throw Refused("含有宏", "it has macros");
                }
            }
        }
    }

    private static InputRefusedException Refused(string chinese, string english) => TableRefusals.WorkbookRefused.Refuse(("fault", chinese == english ? chinese : $"{chinese} ({english})"));
}
