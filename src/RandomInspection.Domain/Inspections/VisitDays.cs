using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;

namespace RandomInspection.Inspections;

/// <summary>The days that may be drawn for the visits of a match, frozen before its seed exists.</summary>
/// <remarks>The arrays compare by reference. Source: docs/visit-days.md.</remarks>
public sealed record VisitDays
{
    private const string Format = "random-inspection-visit-days/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = DomainJson.Default,
    };

    private static readonly JsonTypeInfo<Document> Documents = (JsonTypeInfo<Document>)Options.GetTypeInfo(typeof(Document));

    private VisitDays(ImmutableArray<LocalDate> days, ImmutableSortedDictionary<string, DateInterval> windows)
    {
        Days = days;
        Windows = windows;
    }

    /// <summary>All working days of all windows, ascending.</summary>
    public ImmutableArray<LocalDate> Days { get; }

    /// <summary>The window of each visit whose day is drawn, by the visit's id in the problem.</summary>
    public ImmutableSortedDictionary<string, DateInterval> Windows { get; }

    /// <summary>The days of some windows.</summary>
    /// <param name="windows">The window of each visit whose day is drawn, both ends included.</param>
    /// <param name="calendar">The calendar.</param>
    /// <exception cref="CalendarCoverageException">A day of a window is not covered (RI4001, RI4002).</exception>
    public static VisitDays Of(IReadOnlyDictionary<string, DateInterval> windows, IWorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentNullException.ThrowIfNull(calendar);
        return new VisitDays(
            [.. windows.Values.Distinct().SelectMany(window => window).Distinct().Order().Where(calendar.IsWorkingDay)],
            windows.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>The document's days.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <exception cref="JsonException">They are no such document.</exception>
    public static VisitDays Read(ReadOnlySpan<byte> utf8)
    {
        Document read = JsonSerializer.Deserialize(utf8, Documents)!;
        ImmutableArray<LocalDate> days = [.. read.Days.Select(Day)];
        return read.Format == Format && days.SequenceEqual(days.Distinct().Order())
            ? new VisitDays(days, read.Visits.ToImmutableSortedDictionary(v => v.Visit, v => new DateInterval(Day(v.From), Day(v.To)), StringComparer.Ordinal))
            : throw new JsonException($"No document of {Format} with its days in order.");
    }

    /// <summary>The document: <c>format</c>, <c>days</c>, and <c>visits</c> by id with <c>visit</c>, <c>from</c> and <c>to</c>.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(
        new Document(Format, [.. Days.Select(LocalDatePattern.Iso.Format)], [.. Windows.Select(w => new Window(w.Key, LocalDatePattern.Iso.Format(w.Value.Start), LocalDatePattern.Iso.Format(w.Value.End)))]),
        Documents);

    /// <summary>The days that may be drawn for a visit, ascending; none where its day is not drawn or no working day is left.</summary>
    /// <param name="visit">The visit's id in the problem.</param>
    public ImmutableArray<LocalDate> For(string visit) => Windows.TryGetValue(visit, out DateInterval? window) ? [.. Days.Where(window.Contains)] : [];

    /// <summary>The day of each visit.</summary>
    /// <param name="seed">The match's seed, 64 lower-case hex characters.</param>
    public ImmutableSortedDictionary<string, LocalDate> DrawnBy(string seed) =>
        Windows.Keys.ToImmutableSortedDictionary(visit => visit, visit => VisitDay.Of(seed, visit, For(visit)), StringComparer.Ordinal);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate day) ? day : throw new JsonException($"\"{text}\" is no day.");

    internal sealed record Document(string Format, string[] Days, Window[] Visits);

    internal sealed record Window(string Visit, string From, string To);
}
