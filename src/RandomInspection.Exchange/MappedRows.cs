using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.Tabular;
using Fields = System.Collections.Immutable.ImmutableDictionary<string, string>;

namespace RandomInspection.Exchange;

/// <summary>What the rows of a type are, and what they say together.</summary>
/// <param name="Key">The fields that rows of one message have in common.</param>
/// <param name="Code">The field by which a full list is ordered; <see langword="null"/> where a type has none.</param>
/// <param name="MayBeCut">Whether rows that belong together may stand in several messages.</param>
/// <param name="Look">Throws if a row does not read.</param>
/// <param name="Compose">Subject and payload of rows, with what makes them a full list.</param>
internal sealed record MappedRows(string[] Key, string? Code, bool MayBeCut, Action<Fields> Look, Func<IReadOnlyList<Fields>, FullList?, (string Subject, string Data)> Compose)
{
    private static readonly char[] Separators = ['、', '；', ';', ',', '，', '|'];

    /// <summary>Those of a mapping's type.</summary>
    public static MappedRows Of(ExchangePartner partner, PartnerMapping mapping) => mapping.Type switch
    {
        ExchangeTypes.Subjects => new([], "code", true, row => SubjectOf(row), (rows, full) => ("subjects", SubjectMessages.Write(rows.Select(SubjectOf), full))),
        ExchangeTypes.Inspectors => new([], "id", true, row => InspectorOf(row), (rows, full) => ("inspectors", InspectorMessages.Write(rows.Select(InspectorOf), full))),
        ExchangeTypes.Items => new(
            ["department", "reason"], null, mapping.Full is null, row => ItemOf(row), (rows, full) => ("items", ItemMessages.Write(rows[0]["department"], rows[0]["reason"], rows.Select(ItemOf), full is not null))),
        ExchangeTypes.SuperiorTask => new(["authority", "task"], null, false, row => TaskOf([row]), (rows, _) => ("tasks", TaskOf(rows))),
        ExchangeTypes.Credit => new(["source"], null, true, row => ClassOf(row), (rows, _) => ("credit", CreditMessages.Write(rows[0]["source"], rows.Select(ClassOf)))),
        ExchangeTypes.Results => new(
            ["visit", "officer"],
            null,
            false,
            row => ResultOf(row, partner, mapping),
            (rows, _) => (rows[0]["visit"], ResultMessages.Write(rows[0]["visit"], rows[0]["officer"], rows.Select(row => (row["item"], ResultOf(row, partner, mapping), row.GetValueOrDefault("note", "")))))),
        _ => throw new ArgumentOutOfRangeException(nameof(mapping)),
    };

    /// <summary>Refuses a row that does not read (RI9160, or what its own rule says).</summary>
    public void Check(Fields row)
    {
        try
        {
            Look(row);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or UnparsableValueException)
        {
            throw ExchangeRefusals.PayloadMalformed.Refuse(("id", row.GetValueOrDefault(Code ?? Key[^1], "")), ("type", "row"), ("fault", ShownText.Of(e.Message)));
        }
    }

    /// <summary>Whether a row begins another message.</summary>
    public bool IsAnother(Fields first, Fields row) => Key.Any(field => first[field] != row[field]);

    /// <summary>By what a full list is ordered.</summary>
    public string? CodeOf(Fields row) => Code is null ? null : row[Code];

    private static string? Known(Fields row, string field) => row.GetValueOrDefault(field, "") is { Length: > 0 } text ? text : null;

    private static string[] Several(Fields row, string field) => row.GetValueOrDefault(field, "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static LocalDate DayOf(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static Subject SubjectOf(Fields row) => new()
    {
        Code = row["code"],
        Name = row["name"],
        Region = CodeLists.RegionOf(row["region"]),
        Trade = CodeLists.TradeOf(row["trade"]),
        CreditClass = row["creditClass"],
        Kind = row.GetValueOrDefault("kind", ""),
        Scope = row.GetValueOrDefault("scope", ""),
        EstablishedOn = Known(row, "establishedOn") is { } day ? DayOf(day) : null,
        Status = Known(row, "status") is { } status ? Enum.Parse<SubjectStatus>(status) : SubjectStatus.Active,
        Tags = SubjectTags.Parse(row.GetValueOrDefault("tags", "")),
        Assessment = Known(row, "assessedOn") is { } on ? new CreditAssessment(DayOf(on), row.GetValueOrDefault("assessedBy", "")) : null,
    };

    private static Inspector InspectorOf(Fields row)
    {
        string[] numbers = Several(row, "certificates"), from = Several(row, "validFrom"), to = Several(row, "validTo");
        return numbers.Length != from.Length || numbers.Length != to.Length
            ? throw InspectorRefusals.CertificatesUneven.Refuse(("numbers", numbers.Length), ("from", from.Length), ("to", to.Length))
            : new Inspector
            {
                Id = row["id"],
                Name = row["name"],
                DepartmentId = row["department"],
                Kind = Enum.Parse<InspectorKind>(row["kind"]),
                Level = Enum.Parse<InspectorLevel>(row["level"]),
                Regions = row["regions"] == InspectorWords.AllRegions ? [] : [.. Several(row, "regions").Select(CodeLists.RegionOf)],
                Qualifications = [.. Several(row, "qualifications")],
                Certificates = [.. numbers.Select((number, i) => new Certificate(number, DayOf(from[i]), DayOf(to[i])))],
                Leave = [.. Several(row, "leave").Select(LeaveOf)],
                Capacity = Known(row, "capacity") is { } capacity ? int.Parse(capacity, NumberStyles.None, CultureInfo.InvariantCulture) : null,
                Status = Known(row, "status") is { } status ? Enum.Parse<InspectorStatus>(status) : InspectorStatus.Active,
            };
    }

    private static DateInterval LeaveOf(string text) => text.Split('/') is [var from, var to] ? new DateInterval(DayOf(from), DayOf(to)) : new DateInterval(DayOf(text), DayOf(text));

    private static InspectionItem ItemOf(Fields row) => new(
        row["code"],
        row["department"],
        row["title"],
        row["titleEn"],
        row["basis"],
        bool.Parse(row["isKey"]),
        int.Parse(row["ratioPercent"], NumberStyles.None, CultureInfo.InvariantCulture),
        row["object"],
        row["objectEn"],
        Known(row, "method") is { } method ? Enum.Parse<InspectionMethod>(method) : InspectionMethod.OnSite,
        Known(row, "timesAYear") is { } times ? int.Parse(times, NumberStyles.None, CultureInfo.InvariantCulture) : 1)
    {
        Qualifications = [.. Several(row, "qualifications")],
    };

    private static string TaskOf(IReadOnlyList<Fields> rows)
    {
        Fields row = rows[0];
        return SuperiorTaskMessages.Write(
            new SuperiorTask(row["authority"], row["task"], Known(row, "document")), row["title"], row["words"], Several(row, "items"), DayOf(row["from"]), DayOf(row["to"]));
    }

    private static (string Code, string CreditClass, LocalDate On) ClassOf(Fields row) => (row["code"], row["creditClass"], DayOf(row["on"]));

    private static ItemResult ResultOf(Fields row, ExchangePartner partner, PartnerMapping mapping) => ResultWords.Find(row["result"])
        ?? throw ExchangeRefusals.UnknownWord.Refuse(("partner", partner.Id), ("column", mapping.Columns["result"]), ("value", ShownText.Of(row["result"])));
}
