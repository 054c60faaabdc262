using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Calendars;

/// <summary>Our JSON and holiday-cn's.</summary>
internal static class NoticeJson
{
    public const string FormatName = "random-inspection-notices/1";

    private static readonly (DayKind Kind, string Name)[] Kinds =
    [
        (DayKind.Weekend, "weekend"),
        (DayKind.Statutory, "statutory"),
        (DayKind.AdjustedRest, "adjustedRest"),
        (DayKind.Extension, "extension"),
        (DayKind.MakeUp, "makeUp"),
        (DayKind.Special, "special"),
        (DayKind.Regional, "regional"),
        (DayKind.Agency, "agency"),
    ];

    private static readonly (CalendarLayer Layer, string Name)[] Layers =
    [
        (CalendarLayer.National, "national"),
        (CalendarLayer.Amendment, "amendment"),
        (CalendarLayer.Region, "region"),
        (CalendarLayer.Agency, "agency"),
    ];

    public static string NameOf(DayKind kind) => Array.Find(Kinds, pair => pair.Kind == kind).Name;

    public static (NoticeFormat Format, ImmutableArray<NoticeDraft> Drafts) Read(ReadOnlyMemory<byte> utf8, NoticeOrigin? origin)
    {
        using JsonDocument document = Parse(utf8);
        JsonElement root = document.RootElement;
        if (Member(root, "format") is { ValueKind: not JsonValueKind.Undefined } format)
        {
            if (format.ValueKind != JsonValueKind.String || format.GetString() != FormatName)
            {
                throw NoticeRefusals.BadValue.Refuse(("place", "$"), ("member", "format"), ("value", format), ("wanted", FormatName));
            }

            return (NoticeFormat.RandomInspection, [.. Items(root, "notices", "$").Select((notice, i) => ReadOurs(notice, $"notices[{i}]"))]);
        }

        if (Member(root, "year").ValueKind != JsonValueKind.Undefined && Member(root, "days").ValueKind != JsonValueKind.Undefined)
        {
            return (NoticeFormat.HolidayCn, [ReadHolidayCn(root, origin)]);
        }

        throw NoticeRefusals.NotReadable.Refuse(("problem", "JSON: format | year + days ?"));
    }

    public static string Write(IEnumerable<HolidayNotice> notices)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", FormatName);
            json.WriteStartArray("notices");
            foreach (HolidayNotice notice in notices)
            {
                Write(json, notice);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, HolidayNotice notice)
    {
        json.WriteStartObject();
        json.WriteString("number", notice.Number);
        json.WriteString("title", notice.Title);
        json.WriteNumber("year", notice.Year);
        json.WriteString("layer", Array.Find(Layers, pair => pair.Layer == notice.Layer).Name);
        if (notice.Issued is { } issued)
        {
            json.WriteString("issued", $"{issued:R}");
        }

        if (notice.Published is { } published)
        {
            json.WriteString("published", $"{published:R}");
        }

        if (notice.GrantedDays > 0)
        {
            json.WriteNumber("grantedDays", notice.GrantedDays);
        }

        json.WriteStartArray("days");
        foreach (NoticeDay day in notice.Days)
        {
            json.WriteStartObject();
            json.WriteString("date", $"{day.Date:R}");
            json.WriteString("name", day.Name);
            json.WriteString("kind", NameOf(day.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
        }
        catch (JsonException problem)
        {
            throw NoticeRefusals.NotReadable.Refuse(("problem", problem.Message));
        }
    }

    private static NoticeDraft ReadOurs(JsonElement notice, string place)
    {
        string layerName = Text(notice, "layer", place);
        CalendarLayer layer = Array.Find(Layers, pair => pair.Name == layerName).Layer;
        if (layer == CalendarLayer.Statute)
        {
            throw Bad(notice, "layer", place, "national | amendment | region | agency");
        }

        return new()
        {
            Number = Text(notice, "number", place),
            Title = Text(notice, "title", place),
            Year = Year(notice, place),
            Layer = layer,
            Issued = OptionalDate(notice, "issued", place),
            Published = OptionalDate(notice, "published", place),
            GrantedDays = notice.TryGetProperty("grantedDays", out _) ? Number(notice, "grantedDays", place, 0, 366) : 0,
            Days = [.. Items(notice, "days", place).Select((day, i) => ReadOurDay(day, $"{place}.days[{i}]"))],
        };
    }

    private static NoticeDraft.Day ReadOurDay(JsonElement day, string place)
    {
        string kindName = Text(day, "kind", place);
        (DayKind kind, string? name) = Array.Find(Kinds, pair => pair.Name == kindName);
        return name is null
            ? throw Bad(day, "kind", place, string.Join(" | ", Kinds.Select(pair => pair.Name)))
            : new(Date(day, "date", place), kind == DayKind.MakeUp, kind, Text(day, "name", place));
    }

    private static NoticeDraft ReadHolidayCn(JsonElement root, NoticeOrigin? origin)
    {
        int year = Year(root, "$");
        return new()
        {
            Number = origin?.Number ?? $"holiday-cn {year:0000}",
            Title = NoticeDraft.TitleOf(year),
            Year = year,
            Issued = origin?.Issued,
            Published = origin?.Published,
            GrantedDays = origin?.GrantedDays ?? 0,
            IsMerged = true,
            Days = [.. Items(root, "days", "$").Select((day, i) => ReadHolidayCnDay(day, $"days[{i}]"))],
        };
    }

    private static NoticeDraft.Day ReadHolidayCnDay(JsonElement day, string place)
    {
        if (day.ValueKind != JsonValueKind.Object || !day.TryGetProperty("isOffDay", out JsonElement isOff) || isOff.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw Bad(day, "isOffDay", place, "true | false");
        }

        return new(Date(day, "date", place), !isOff.GetBoolean(), null, Text(day, "name", place));
    }

    /// <summary>A member, undefined where there is none.</summary>
    private static JsonElement Member(JsonElement parent, string member) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(member, out JsonElement value) ? value : default;

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string member, string place) =>
        Member(parent, member) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : throw Bad(parent, member, place, "[…]");

    private static string Text(JsonElement parent, string member, string place) =>
        Member(parent, member) is { ValueKind: JsonValueKind.String } value && !string.IsNullOrWhiteSpace(value.GetString())
            ? value.GetString()!
            : throw Bad(parent, member, place, "\"…\"");

    private static int Number(JsonElement parent, string member, string place, int least, int most) =>
        Member(parent, member) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int number) && number >= least && number <= most
            ? number
            : throw Bad(parent, member, place, $"{least} … {most}");

    private static int Year(JsonElement parent, string place) => Number(parent, "year", place, Statute.FirstYear, Statute.LastYear);

    private static LocalDate? OptionalDate(JsonElement parent, string member, string place) =>
        Member(parent, member).ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Date(parent, member, place);

    private static LocalDate Date(JsonElement parent, string member, string place) =>
        LocalDatePattern.Iso.Parse(Text(parent, member, place)).TryGetValue(default, out LocalDate date) ? date : throw Bad(parent, member, place, "yyyy-MM-dd");

    private static InputRefusedException Bad(JsonElement parent, string member, string place, string wanted) => NoticeRefusals.BadValue.Refuse(
        ("place", place),
        ("member", member),
        ("value", Member(parent, member) is { ValueKind: not JsonValueKind.Undefined } value ? value.GetRawText() : ""),
        ("wanted", wanted));
}
