using System.Collections.Immutable;

namespace RandomInspection.Calendars;

/// <summary>The notices that ship with this library: 2015 to 2026, with the amendments of 2015, 2019 and 2020.</summary>
public static class EmbeddedNotices
{
    private const string Resource = "RandomInspection.Calendars.holiday-notices.json";

    private static readonly Lazy<ImmutableArray<HolidayNotice>> Notices = new(Read);

    /// <summary>The notices in the order of their file, which is that of publication.</summary>
    public static ImmutableArray<HolidayNotice> All => Notices.Value;

    private static ImmutableArray<HolidayNotice> Read()
    {
        using Stream stream = typeof(EmbeddedNotices).Assembly.GetManifestResourceStream(Resource)!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return NoticeFile.ReadTrusted(bytes.ToArray());
    }
}
